import { format as prettier } from "prettier";

/** Parsers by file name or ending. Other files stay as they are. */
const parsers: Readonly<Record<string, string>> = {
  "package.json": "json-stringify",
  ts: "typescript",
  mjs: "babel",
  json: "json",
  md: "markdown",
};

/** Formats a file of the package. */
export async function format(path: string, text: string): Promise<string> {
  const parser = parsers[path] ?? parsers[path.slice(path.lastIndexOf(".") + 1)];
  if (parser === undefined) return text;
  return prettier(text, { parser, printWidth: 100 });
}
