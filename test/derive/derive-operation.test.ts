import { describe, expect, test } from "vitest";
import { operationOf } from "./operation-of.ts";

const link = "[Debug](https://api.example.com/#product=Library&api=MakeShelf&version=2020-01-02)";

describe("the operation that a page documents", () => {
  test.each([
    ["the example of the Action row", `${link}\n\n${action("|OpenShelf|Opens it.|")}`, "OpenShelf"],
    ["the explorer link", link, "MakeShelf"],
    ["the link, where the example says nothing", `${link}\n\n${action("| |It.|")}`, "MakeShelf"],
    ["the prose of the row", action("| |系统规定参数。取值：**OpenShelf**。|"), "OpenShelf"],
    ["the prose of the row", action("|-|The name. Value: OpenShelf|"), "OpenShelf"],
    [
      "the prose of the row",
      action("| |The operation. Set the value to **OpenShelf**.|"),
      "OpenShelf",
    ],
    ["the title", action("| |The operation that you want to perform.|"), "CloseShelf"],
  ])("is named by %s", (_, body, name) => {
    expect(operationOf(`# CloseShelf\n\n${body}\n`).operation?.action).toBe(name);
  });

  test("takes product and version from the link", () => {
    expect(operationOf(`# A\n\n${link}\n`).operation).toMatchObject({
      product: "Library",
      version: "2020-01-02",
    });
  });

  test("without a version is reported at the title, and still read", () => {
    const { operation, findings } = operationOf(`# OpenShelf\n\n${action("|OpenShelf|It.|")}\n`);

    expect(operation?.action).toBe("OpenShelf");
    expect(findings).toEqual(["1:3 derive/no-version"]);
  });

  test("does not have the parameters of the protocol", () => {
    const { operation } = operationOf(`# A

## Request parameters

|Name|Type|Required|Example|Description|
|--|--|--|--|--|
|Action|String|Yes|OpenShelf|The operation.|
|Version|String|Yes|2020-01-02|The version.|
|Title|String|Yes|Emma|The title.|
`);

    expect(operation?.request.map(({ name }) => name)).toEqual(["Title"]);
  });
});

describe("a response member is required when every sample has it", () => {
  test("else it is optional", () => {
    const samples = ['{"ShelfId": "s-1", "Title": "Emma"}', '{"ShelfId": "s-2"}'];

    expect(requiredIn(samples)).toEqual({ ShelfId: true, Title: false });
  });

  test("in JSON and XML alike", () => {
    const samples = [
      '{"ShelfId": "s-1", "Title": "Emma"}',
      "<MakeShelfResponse><ShelfId>s-1</ShelfId></MakeShelfResponse>",
    ];

    expect(requiredIn(samples)).toEqual({ ShelfId: true, Title: false });
  });

  test.each([
    [
      "of an error, though it shares a member",
      '{"ShelfId": "s-1", "Code": "A", "Message": "B", "Host": "C"}',
    ],
    ["of an error in XML", "<Error><ShelfId>s-1</ShelfId><Code>A</Code></Error>"],
    ["that cannot be read", '{"ShelfId": "s-1", }'],
    ["that cannot be read", "<MakeShelfResponse><ShelfId>s-1</MakeShelfResponse>"],
    ["that is a list", '["s-1"]'],
    ["that is empty", "{}"],
    ["that is a call", "https://example.com/?Action=MakeShelf"],
  ])("a sample %s does not count", (_, sample) => {
    expect(requiredIn([sample, '{"ShelfId": "s-1", "Title": "Emma"}'])).toEqual({
      ShelfId: true,
      Title: true,
    });
  });

  test("without a sample none is", () => {
    expect(requiredIn([])).toEqual({ ShelfId: false, Title: false });
  });

  test("a member of a list's items is, when every item has it", () => {
    const { operation } = operationOf(`${link}

## Response parameters

|Name|Type|
|--|--|
|Books|Array|
|Books.N.Id|String|
|Books.N.Title|String|

## Examples

\`\`\`
{"Books": [{"Id": "1", "Title": "Emma"}, {"Id": "2"}]}
\`\`\`
`);

    expect(operation?.response).toMatchObject([
      {
        name: "Books",
        required: true,
        items: {
          members: [
            { name: "Id", required: true },
            { name: "Title", required: false },
          ],
        },
      },
    ]);
  });

  /** Which members of a response are required by these samples. */
  function requiredIn(samples: readonly string[]): object {
    const { operation } = operationOf(`${link}

## Response parameters

|Name|Type|
|--|--|
|ShelfId|String|
|Title|String|

## Examples

${samples.map((sample) => `\`\`\`\n${sample}\n\`\`\``).join("\n\n")}
`);
    return Object.fromEntries(
      (operation?.response ?? []).map(({ name, required }) => [name, required]),
    );
  }
});

describe("an error", () => {
  test("has a status, a message, a meaning and a line, as far as the page says", () => {
    const { operation, findings } = operationOf(`${link}

## Request parameters

|Name|Type|
|--|--|
|Action|String|

## Error codes

|HTTP status code|Error code|Error message|Description|
|--|--|--|--|
|400|No.Room|There is
no room.|All shelves are taken.|
|503|Busy\\_Now| | |
||Closed|The library is closed.| |
`);

    expect(findings).toEqual([]);
    expect(operation?.errors).toEqual([
      {
        code: "No.Room",
        status: 400,
        message: "There is no room.",
        meaning: "All shelves are taken.",
        line: 13,
      },
      { code: "Busy_Now", status: 503, line: 15 },
      { code: "Closed", message: "The library is closed.", line: 16 },
    ]);
  });
});

test("a parameter's date type is a text with a format", () => {
  const { operation } = operationOf(`${link}

## Request parameters

|Name|Type|Required|
|--|--|--|
|Since|DateTime|No|
`);

  expect(operation?.request).toMatchObject([
    { name: "Since", type: "string", format: "date-time" },
  ]);
});

/** A request table with an Action row that ends in these cells. */
function action(cells: string): string {
  return `## Request parameters

|Name|Type|Required|Example|Description|
|--|--|--|--|--|
|Action|String|Yes${cells}`;
}
