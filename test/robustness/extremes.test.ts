import { describe, test } from "vitest";
import { expectReadable } from "./read-mangled.ts";

const MEGABYTE = 1_000_000;

/** A page whose request table has this header and these rows. */
function pageOf(header: string, rows: string): string {
  return `# MakeShelf

[Debug](https://api.example.com/#product=Library&api=MakeShelf&type=RPC&version=2020-01-02)

## Request parameters

${header}
${rows}
`;
}

/** A page with one parameter that is described so. */
function described(description: string): string {
  const header = "|Name|Type|Required|Example|Description|\n|--|--|--|--|--|";
  return pageOf(header, `|Title|String|Yes|a|${description}|`);
}

describe("a page is read that has", () => {
  test.each(["a", " ", "[", "*", "|", "\\", "<", "&", "1", "的", "。", "取值：", "⟦", "a\n\n"])(
    "a cell of a megabyte of %j",
    (part) => {
      expectReadable(described(part.repeat(MEGABYTE / part.length)));
    },
  );

  test("10,000 columns", () => {
    const header = `|Name${"|Title".repeat(10_000)}|\n${"|--".repeat(10_001)}|`;

    expectReadable(pageOf(header, `|P${"|a".repeat(10_000)}|`));
  });

  test("lists 10,000 deep", () => {
    expectReadable(described(`\n${"- ".repeat(10_000)}a\n\nb`));
  });

  test("quotes 10,000 deep", () => {
    expectReadable(described(`\n${">".repeat(10_000)}a\nb\n\nc`));
  });

  test("brackets 10,000 deep", () => {
    expectReadable(described(`${"[".repeat(10_000)}a${"](b)".repeat(10_000)}`));
  });

  test("10,000 code blocks that do not end", () => {
    expectReadable(described("\n```a\n~~~b".repeat(10_000)));
  });
});
