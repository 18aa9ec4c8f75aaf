import { format } from "prettier";
import { expect } from "vitest";

/** How Prettier reads each kind of file that a package has; it reads no others. */
const parsers: Readonly<Record<string, string>> = {
  "package.json": "json-stringify",
  ts: "typescript",
  mjs: "babel",
  json: "json",
  md: "markdown",
};

/** Every file is what Prettier makes of it. Returns how many were compared; the runtime is not generated. */
export async function expectFormatted(files: ReadonlyMap<string, string>): Promise<number> {
  let compared = 0;
  for (const [path, text] of files) {
    const parser = parsers[path] ?? parsers[path.slice(path.lastIndexOf(".") + 1)];
    if (parser === undefined || path.startsWith("src/runtime/")) continue;
    compared += 1;
    const formatted = await format(text, { parser, printWidth: 100 });
    // Only where they differ, since showing two long texts takes long.
    if (formatted !== text) expect(text, path).toBe(formatted);
  }
  return compared;
}
