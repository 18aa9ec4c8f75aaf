import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { resolveProject } from "../../src/config/resolve-project.ts";
import { lintPages } from "../../src/lint/lint-pages.ts";
import { locate } from "../../src/text/source.ts";
import { folderWith } from "../cli/run-docwright.ts";

/** The parts of a page that contradict each other, or do not. */
interface Parts {
  readonly request?: string;
  readonly response?: string;
  readonly call?: string;
  readonly answer?: string;
  readonly errors?: string;
}

const link =
  "[Debug](https://api.example.com/#product=Library&api=MakeShelf&type=RPC&version=2020-01-02)";

function page({
  request = "",
  response = "",
  call = "",
  answer = "{}",
  errors = "",
}: Parts): string {
  return `# MakeShelf

${link}

## Request parameters

|Parameter|Type|Required|Example|Description|
|--|--|--|--|--|
|Action|String|Yes|MakeShelf|The operation. |
${request}

## Response parameters

|Parameter|Type|Example|Description|
|--|--|--|--|
|RequestId|String|1|The ID of the request. |
${response}

## Examples

Sample requests

\`\`\`
https://example.com/?Action=MakeShelf${call}
\`\`\`

Sample responses

\`\`\`
${answer}
\`\`\`

## Error codes

|HttpCode|Error code|Error message|Description|
|--|--|--|--|
${errors}
`;
}

/** What is found on pages: code, and for both places the line of the text. */
async function found(...pages: readonly string[]): Promise<string[]> {
  const folder = folderWith(Object.fromEntries(pages.map((text, at) => [`docs/${at}.md`, text])));
  const diagnostics: Diagnostic[] = [];
  await lintPages(resolveProject({}, folder, { pages: [folder] }), diagnostics);
  return diagnostics.map(({ code, source, span, related = [] }) => {
    const places = [{ source, span }, ...related].map((one) => {
      const { line } = locate(one.source, one.span.start);
      return one.source.text.split("\n")[line - 1];
    });
    return [code, ...places].join("\n  ");
  });
}

const title = "|Title|String|Yes|Novels|The title. |";

describe("the sample request", () => {
  test("that lacks a required parameter", async () => {
    expect(await found(page({ request: title }))).toEqual([
      `lint/request-lacks-required
  https://example.com/?Action=MakeShelf
  ${title}`,
    ]);
  });

  test.each([
    ["has it", "&Title=a"],
    ["has it in other letter case", "&title=a"],
    ["leaves parameters out", "&..."],
  ])("is fine where it %s", async (_, call) => {
    expect(await found(page({ request: title, call }))).toEqual([]);
  });

  test("that sends what no row documents", async () => {
    expect(await found(page({ request: title, call: "&Title=a\n&Colour=red" }))).toEqual([
      "lint/request-unknown-parameter\n  &Colour=red",
    ]);
  });

  test("is fine where it sends what every call has, and members of lists", async () => {
    const request = `${title}\n|Room.N.Floor|Integer|No|1|The floor. |`;

    expect(await found(page({ request, call: "&Title=a&Room.1.Floor=2&Format=JSON" }))).toEqual([]);
  });

  const kind = "|Kind|String|No|Open|The kind. Valid values: Open and Closed. |";
  const floor = "|Floor|Integer|No|1|The floor. Valid values: 1 to 9. |";

  test.each([
    ["a value that is not listed", kind, "&Kind=Other"],
    ["a number beyond the range", floor, "&Floor=10"],
    ["a text for a number", floor, "&Floor=top"],
  ])("that sends %s", async (_, request, call) => {
    expect(await found(page({ request, call }))).toEqual([
      `lint/request-value\n  https://example.com/?Action=MakeShelf${call}\n  ${request}`,
    ]);
  });

  test.each([
    ["a listed value in other letter case", kind, "&Kind=open"],
    ["what stands for a value", kind, "&Kind=****"],
    ["several values", kind, "&Kind=Open,Closed"],
    ["the end of the range", floor, "&Floor=9"],
    [
      "a value that the row names in a sentence",
      "|Kind|String|No|Open|Valid values: Open and Closed. Other is for tests. |",
      "&Kind=Other",
    ],
  ])("is fine where it sends %s", async (_, request, call) => {
    expect(await found(page({ request, call }))).toEqual([]);
  });
});

describe("an example", () => {
  test("that the row does not allow", async () => {
    const request = "|Floor|Integer|No|12|The floor. Valid values: 1 to 9. |";

    expect(await found(page({ request }))).toEqual([
      `lint/example-value\n  ${request}\n  ${request}`,
    ]);
  });

  test.each(["5", "*", "-", "1 or 2", "1,2"])("is fine as %s", async (example) => {
    const request = `|Floor|Integer|No|${example}|The floor. Valid values: 1 to 9. |`;

    expect(await found(page({ request }))).toEqual([]);
  });
});

test("a default beyond the range", async () => {
  const request = "|Floor|Integer|No|1|The floor. Valid values: 1 to 9. Default value: 0. |";

  expect(await found(page({ request }))).toEqual([
    `lint/default-value\n  ${request}\n  ${request}`,
  ]);
});

describe("the sample answer", () => {
  const response =
    "|Shelf|Struct| |The shelf. |\n|└Id|String|1|The ID. |\n|└Rooms|Integer|1|How many. |";

  test("that has a member that no row documents", async () => {
    const answer = '{ "Shelf": { "Id": "1", "Rooms": 2,\n"Colour": "red" } }';

    expect(await found(page({ response, answer }))).toEqual([
      'lint/response-unknown-member\n  "Colour": "red" } }',
    ]);
  });

  test("is fine where it is of something else: no row documents any of it", async () => {
    const answer = '{ "Policy": "1", "Statement": { "Effect": "Allow" } }';

    expect(await found(page({ response, answer }))).toEqual([]);
  });

  test.each([
    [
      "a text for a number",
      '{ "Shelf": { "Id": "1",\n"Rooms": "2" } }',
      '"Rooms": "2" } }',
      "|└Rooms|Integer|1|How many. |",
    ],
    [
      "a number for a text",
      '{ "Shelf": {\n"Id": 1, "Rooms": 2 } }',
      '"Id": 1, "Rooms": 2 } }',
      "|└Id|String|1|The ID. |",
    ],
  ])("that has %s", async (_, answer, line, row) => {
    expect(await found(page({ response, answer }))).toEqual([
      `lint/response-type\n  ${line}\n  ${row}`,
    ]);
  });

  test("is fine with what stands for a value, and with null", async () => {
    const answer = '{ "Shelf": { "Id": null, "Rooms": "xxx" } }';

    expect(await found(page({ response, answer }))).toEqual([]);
  });
});

describe("an error", () => {
  const row = (status: number, message = "There is none.") =>
    `|${status}|NotFound|${message}|None. |`;

  test("that has two statuses", async () => {
    expect(await found(page({ errors: `${row(400)}\n${row(404)}` }))).toEqual([
      `lint/error-status\n  ${row(404)}\n  ${row(400)}`,
    ]);
  });

  test("is fine with another message for each status", async () => {
    expect(await found(page({ errors: `${row(400)}\n${row(404, "It has gone.")}` }))).toEqual([]);
  });
});

describe("two pages of one operation", () => {
  const floor = (required: string, type: string, says: string) =>
    `|Floor|${type}|${required}|1|The floor. ${says} |`;

  test.each([
    ["whether it is required", floor("Yes", "Integer", ""), floor("No", "Integer", ""), "&Floor=1"],
    ["the type", floor("No", "Integer", ""), floor("No", "String", ""), ""],
    [
      "the greatest value",
      floor("No", "Integer", "Valid values: 1 to 9."),
      floor("No", "Integer", "Valid values: 1 to 8."),
      "",
    ],
    [
      "the default",
      floor("No", "Integer", "Default value: 1."),
      floor("No", "Integer", "Default value: 2."),
      "",
    ],
  ])("that disagree about %s", async (_, one, other, call) => {
    expect(await found(page({ request: one, call }), page({ request: other, call }))).toEqual([
      `lint/pages-disagree\n  ${other}\n  ${one}`,
    ]);
  });

  test.each([
    ["says more", floor("No", "Integer", ""), floor("No", "Integer", "Valid values: 1 to 9.")],
    [
      "leaves the least value out",
      floor("No", "Integer", "Maximum value: 9."),
      floor("No", "Integer", "Valid values: 1 to 9."),
    ],
    [
      "says it in other words",
      floor("No", "Integer", "Valid values: 1 to 9."),
      floor("No", "Integer", "The value ranges from 1 to 9."),
    ],
  ])("are fine where one of them %s", async (_, one, other) => {
    expect(await found(page({ request: one }), page({ request: other }))).toEqual([]);
  });
});

test("a row that is there twice is a contradiction, too", async () => {
  expect(await found(page({ request: `${title}\n${title}`, call: "&Title=a" }))).toEqual([
    `derive/duplicate-parameter\n  ${title}`,
  ]);
});
