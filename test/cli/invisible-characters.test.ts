import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { page } from "./page.ts";
import { folderWith, runDocwright } from "./run-docwright.ts";

const zero = "\u200B";

/** A page whose example has a character more than the values have, where nobody sees it. */
const listed = page({
  rows: `|Title|String|是|Novels|书架的标题。 |
|Level|String|否|CRITICAL${zero}|级别。取值：

- CRITICAL：严重。
- WARN：警告。 |`,
});

test("lint shows what two values differ in, with carets below what is shown", async () => {
  const folder = folderWith({ "a.md": listed });
  const { err } = await runDocwright("lint", folder);

  expect(err).toContain(
    'the example of "Level" is "CRITICAL<U+200B>", but by its row it is one of CRITICAL, WARN, and differs from CRITICAL in invisible characters only.',
  );
  const [line = "", carets = ""] = err.split("\n").slice(2, 4);
  expect(line).toContain("|CRITICAL<U+200B>|");
  // A Chinese character takes two columns.
  const columns = (text: string) => line.indexOf(text) + "否".length;
  expect(carets.indexOf("^")).toBe(columns("CRITICAL"));
  expect(carets.trimEnd()).toHaveLength(columns("<U+200B>|") + "<U+200B>".length);
});

test("SARIF shows it in the message, and counts columns in the page as it is", async () => {
  const folder = folderWith({ "a.md": listed });
  const { out } = await runDocwright("lint", folder, "--sarif");

  expect(out).toContain('\\"CRITICAL<U+200B>\\"');
  expect(out).not.toContain(zero);
});

test("JSON keeps the row as the page has it, and shows it in the message", async () => {
  const folder = folderWith({
    "a.md": page({ rows: `|Ti${zero}tle|Nothing|是|a|书架的标题。 |` }),
  });
  const { out } = await runDocwright("inspect", "--jsonl", folder);

  expect(out).toContain(`"row":"Ti${zero}tle"`);
  expect(out).toContain('\\"Ti<U+200B>tle\\"');
});

test("explain and diff show it, as text and as Markdown", async () => {
  const folder = folderWith({
    "docs/a.md": page({ rows: `|Title|String|是|Novels|书架${zero}的标题。 |` }),
  });
  const specs = join(folder, "specs");
  const flags = ["--specs", specs, "--out", join(folder, "out")];
  await runDocwright("build", join(folder, "docs"), ...flags);
  const of = ["--pages", join(folder, "docs")];
  const explained = await runDocwright("explain", "Library.MakeShelf.Title", ...flags, ...of);

  expect(explained.out).toContain("书架<U+200B>的标题");
  expect(explained.out).not.toContain(zero);

  const old = join(folder, "old");
  cpSync(specs, old, { recursive: true });
  const spec = "library-20200102/operations/MakeShelf.yaml";
  const text = readFileSync(join(specs, spec), "utf8");
  const withDefault = (value: string) =>
    text.replace("type: string\n", `$&    default: { value: ${value} }\n`);
  writeFileSync(
    join(old, spec),
    withDefault(String.raw`"a\u200Bb"`).replace("required: true", "required: false"),
  );
  writeFileSync(join(specs, spec), withDefault("ab").replace("required: true", "required: false"));
  const plain = await runDocwright("diff", old, specs);
  const markdown = await runDocwright("diff", old, specs, "--markdown");

  expect(plain.out).toContain("a<U+200B>b → ab");
  expect(markdown.out).toContain(String.raw`a\<U+200B\>b → ab`);
});
