import { expect, test } from "vitest";
import { gatherEvidence } from "../../../src/derive/siblings/gather-evidence.ts";
import { pageOf } from "../../page/page-of.ts";
import { show } from "../nesting/shapes.ts";

const link = "[Try it](https://api.example.com/#product=Bookhall&api=Lend&version=2022-09-09)";

test("other pages can learn who a page is and what its answers show", () => {
  const { answer, names, outline, ...identity } = evidenceOf(`# Lend

${link}

## Examples

\`\`\`
{"LendResponse": {"LoanId": "l-1"}}
\`\`\`
`);

  expect(identity).toEqual({
    file: "books/Lend.md",
    generation: 3,
    product: "Bookhall",
    version: "2022-09-09",
    action: "Lend",
  });
  expect(answer && show(answer)).toBe("{LoanId: string}");
});

test("they learn nothing from an answer of an error", () => {
  const { answer } = evidenceOf(`# Lend

${link}

## Examples

\`\`\`
{"Code": "Book.OnLoan", "Message": "The book is on loan."}
\`\`\`
`);

  expect(answer).toBeUndefined();
});

test("nor anything but its place from a page of another kind", () => {
  const { names, outline, ...evidence } = evidenceOf('# Books\n\n```\n{"A": 1}\n```\n');

  expect(evidence).toEqual({
    file: "books/Lend.md",
    generation: 2,
  });
});

test("two pages have one number if neither has a name that the other lacks", () => {
  const rows = (...names: readonly string[]) =>
    `# Lend\n\n## Request parameters\n\n|Name|Type|\n|--|--|\n${names.map((name) => `|${name}|String|\n`).join("")}`;
  const numberOf = (...names: readonly string[]) => evidenceOf(rows(...names)).names;

  expect(numberOf("A", "B")).toBe(numberOf("B", "A"));
  expect(numberOf("A", "B")).not.toBe(numberOf("A"));
});

test.each([
  ["anchors in its headings", "# Lend {#Lend}", "", 0],
  ["anchors and a link to the explorer", "# Lend {#Lend .concept}", link, 1],
  ["neither", "# Lend", "", 2],
  ["a link alone", "# Lend", link, 3],
])("a page with %s has its place in the order of styles", (_, title, explorer, generation) => {
  expect(evidenceOf(`${title}\n\n${explorer}\n`).generation).toBe(generation);
});

function evidenceOf(text: string) {
  return gatherEvidence(pageOf(text).page, "books/Lend.md");
}
