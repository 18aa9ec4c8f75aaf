import { describe, expect, test } from "vitest";
import { locate } from "../../src/text/source.ts";
import { pageOf } from "./page-of.ts";

describe("the kind of a code block", () => {
  test.each([
    ["a call", "http(s)://[Endpoint]/?Action=MakeShelf\n&Title=Emma", "request"],
    ["a call in one line", "https://library.example.com/?Title=Emma&Action=MakeShelf", "request"],
    ["a JSON object", '{\n  "ShelfId": "s-1"\n}', "json"],
    ["a JSON list", '[{"ShelfId": "s-1"}]', "json"],
    ["XML", "<MakeShelfResponse>\n</MakeShelfResponse>", "xml"],
    ["XML with a declaration", '<?xml version="1.0"?>\n<A/>', "xml"],
    ["white space before an answer", '\n\n   {"ShelfId": "s-1"}', "json"],
    ["code", 'const shelf = makeShelf("Emma");', undefined],
    ["nothing", "", undefined],
  ])("%s", (_, body, kind) => {
    const { page } = pageOf(`## 示例\n\n\`\`\`\n${body}\n\`\`\`\n`);

    expect(page.samples.map((sample) => sample.kind)).toEqual(kind === undefined ? [] : [kind]);
  });
});

test("the head of an HTTP answer is no part of its body", () => {
  const { page } = pageOf(`## 示例

\`\`\`
HTTP/1.1 200 OK
Content-Type:application/json

{"ShelfId": "s-1"}
\`\`\`
`);

  const [sample] = page.samples;
  expect(sample?.kind).toBe("json");
  expect(sample?.body.text).toBe('{"ShelfId": "s-1"}');
  expect(sample && locate(page.source, sample.body.span.start)).toEqual({ line: 7, column: 1 });
});

test("code blocks among the error codes are no samples", () => {
  expect(pageOf('## 错误码\n\n```\n{"Code": "NoRoom"}\n```\n').page.samples).toEqual([]);
});

test("an explorer link names product, operation and version", () => {
  const { page } = pageOf(
    "# A\n\nSee [here](https://api.example.com/#product=Library&api=MakeShelf&type=RPC&version=2020-01-02).\n",
  );

  expect(page.links).toMatchObject([
    { product: "Library", action: "MakeShelf", version: "2020-01-02" },
  ]);
  expect(page.links.map(({ span }) => locate(page.source, span.start))).toEqual([
    { line: 3, column: 10 },
  ]);
});

test.each([
  ["with entities", "[a](https://api.example.com/#product=Library&amp;api=MakeShelf)"],
  ["without a version", "[a](https://api.example.com/#product=Library&api=MakeShelf)"],
])("an explorer link %s", (_, link) => {
  const { page } = pageOf(link);

  expect(page.links).toMatchObject([{ product: "Library", action: "MakeShelf" }]);
  expect(page.links[0]).not.toHaveProperty("version");
});

test("other links say nothing", () => {
  expect(pageOf("[a](shelf.md#) and [b](https://example.com/?api=A)").page.links).toEqual([]);
});
