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

  test.each<[string, (index: number) => string]>([
    ["headings", (index) => `## Shelf${index}\n\na\n`],
    ["tables", (index) => `## Shelf${index}\n\n|Name|Type|\n|--|--|\n|a|Shelf|\n`],
    ["samples", (index) => `\`\`\`\n{"Shelf${index}": 1}\n\`\`\`\n`],
    ["links", (index) => `[a](https://api.example.com/#api=MakeShelf${index})\n`],
  ])("10,000 %s", (_, part) => {
    const parts = Array.from({ length: 10_000 }, (_, index) => part(index));

    expectReadable(`${described("a")}\n${parts.join("\n")}`);
  });

  test("10,000 errors", () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `|400|Shelf.Full${index}|a|`);
    const table = `|HttpCode|Code|Message|\n|--|--|--|\n${rows.join("\n")}`;

    expectReadable(`${described("a")}\n## Errors\n\n${table}\n`);
  });

  test.each([
    ["a name of 10,000 parts", `|${"A.".repeat(10_000)}B|String|No|||`],
    ["a type of 10,000 types", `|A|${"Array of ".repeat(10_000)}String|No|||`],
    ["a value with 10,000 dots", `|A|String|No||\n- a${".".repeat(10_000)}b|`],
    ["10,000 cases in one sentence", `|A|String|No||${"当".repeat(10_000)}，|`],
  ])("%s", (_, row) => {
    expectReadable(pageOf("|Name|Type|Required|Example|Description|\n|--|--|--|--|--|", row));
  });

  test.each([
    ["JSON 100,000 deep", "[".repeat(100_000) + "]".repeat(100_000)],
    ["objects 100,000 deep that do not end", '{"a":'.repeat(100_000)],
    ["XML 100,000 deep", "<a>".repeat(100_000) + "</a>".repeat(100_000)],
    ["XML 100,000 deep that does not end", "<a>".repeat(100_000)],
    ["JSON 10,000 deep", '{"a":'.repeat(10_000) + "1" + "}".repeat(10_000)],
    ["lists of JSON 10,000 deep", "[".repeat(10_000) + "]".repeat(10_000)],
    ["JSON 10,000 deep that does not end", '{"a":'.repeat(10_000)],
    ["a megabyte of broken JSON", `{${'"a": 1 '.repeat(140_000)}`],
    ["XML 10,000 deep", "<a>".repeat(10_000) + "</a>".repeat(10_000)],
    ["XML that does not end", `<${"a".repeat(MEGABYTE)}`],
    ["comments in XML that do not end", `<a>${"<!--".repeat(250_000)}`],
    ["a call of a megabyte", `https://a.example.com/?Action=MakeShelf${"&A.B=1".repeat(160_000)}`],
  ])("a sample with %s", (_, sample) => {
    expectReadable(`${described("a")}\n## Samples\n\n\`\`\`\n${sample}\n\`\`\`\n`);
  });

  test("lists 10,000 deep", () => {
    expectReadable(described(`\n${"- ".repeat(10_000)}a\n\nb`));
  });

  test("quotes 10,000 deep", () => {
    expectReadable(described(`\n${">".repeat(10_000)}a\nb\n\nc`));
  });

  test("brackets that do not close 100,000 deep", () => {
    expectReadable(described("[".repeat(100_000)));
  });

  test("types 1,000 deep", () => {
    const tables = Array.from(
      { length: 1000 },
      (_, at) => `\n## Data${at}\n\n|Name|Type|\n|--|--|\n|Q${at}|Data${at + 1}|\n`,
    );

    expectReadable(`${described("a")}\n|P|Data0|No| |a|\n${tables.join("")}`);
  });

  test("brackets 10,000 deep", () => {
    expectReadable(described(`${"[".repeat(10_000)}a${"](b)".repeat(10_000)}`));
  });

  test("10,000 code blocks that do not end", () => {
    expectReadable(described("\n```a\n~~~b".repeat(10_000)));
  });
});
