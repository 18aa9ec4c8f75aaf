import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../../src/api/build.ts";
import { check } from "../../src/api/check.ts";
import { extract } from "../../src/api/extract.ts";
import { generate } from "../../src/api/generate.ts";
import { folderWith } from "../cli/run-docwright.ts";
import { corpus, noCorpus } from "./corpus-pages.ts";

/** Every file below a folder, by path. */
function filesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** The paths of files that differ, or that only one side has. */
function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
}

describe.each([
  { title: "without a configuration", languages: undefined },
  { title: "with one that prefers English pages", languages: ["en"] },
])("over the corpus, $title", ({ languages }) => {
  test("extract writes the specs of build, generate its packages, and check finds nothing stale", async (context) => {
    if (corpus === "") {
      context.skip(noCorpus);
      return;
    }
    const folder = folderWith({});
    const config = {
      products: [{ pages: corpus }],
      ...(languages === undefined ? {} : { languages }),
    };
    const built = await build({ folder, config, specs: "built", output: "made" });
    const extracted = await extract({ folder, config });
    await generate({ folder, config });

    expect(built.pages).toEqual(extracted.pages);
    expect(differences(filesIn(join(folder, "built")), filesIn(join(folder, "specs")))).toEqual([]);
    for (const { folder: made } of built.packages) {
      const same = made.replace(/made([/\\][^/\\]+)$/, "generated$1");
      expect(differences(filesIn(made), filesIn(same))).toEqual([]);
    }
    const { differences: stale } = await check({ folder, config, staleOnly: true });
    expect(stale).toEqual([]);
  });
});
