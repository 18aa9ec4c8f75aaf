import { describe, expect, test } from "vitest";
import { operationOf, pageWith } from "./operation-of.ts";

describe("what is wrong with a page is said once, where it stands:", () => {
  test.each([
    ["a type that is not known", "|Title|Text|Yes| | |", ["9:8 derive/unknown-type"]],
    ["neither yes nor no", "|Title|String|Maybe| | |", ["9:15 derive/unclear-required"]],
    [
      "nothing where yes or no must stand",
      "|Title|String| | | |",
      ["9:15 derive/unclear-required"],
    ],
    ["a name that is none", "|The title|String|Yes| | |", ["9:2 derive/unnamed-parameter"]],
    ["no name", "||String|Yes| | |", ["9:2 derive/unnamed-parameter"]],
    [
      "a parameter that occurs twice",
      "|Title|String|Yes| | |\n|Title|String|Yes| | |",
      ["10:1 derive/duplicate-parameter"],
    ],
    [
      "a default of another type",
      "|Pages|Integer|No| |Default value: **many**.|",
      ["9:21 derive/unclear-default"],
    ],
    [
      "a row in the middle without its last border",
      "|Title|String|Yes| |The title\n|Pages|Integer|No| |How many.|",
      ["9:1 table/unclosed-row"],
    ],
    [
      "a row in the middle without its last cells",
      "|Title|String\n|Pages|Integer|No| |How many.|",
      ["9:1 table/unclosed-row"],
    ],
    [
      "a last row without its last border",
      "|Title|String|Yes| |The title.|\n|Pages|Integer|No| |How many.",
      ["10:1 table/unclosed-row"],
    ],
    ["a border that is text", "|Title|String|Yes| |a|b|", ["9:1 table/extra-cells"]],
  ])("%s", (_, rows, expected) => {
    const { operation, findings } = operationOf(pageWith(rows));

    expect(findings).toEqual(expected);
    expect(operation?.response).toHaveLength(1);
  });

  test("a page with no operation, at its title", () => {
    const { operation, findings } = operationOf("# The library\n\nIt has shelves.\n");

    expect(operation).toBeUndefined();
    expect(findings).toEqual(["1:3 derive/no-operation"]);
  });

  test.each([
    ["an empty page", ""],
    ["a page without a title", "It has shelves.\n"],
  ])("%s, at its beginning", (_, page) => {
    expect(operationOf(page).findings).toEqual(["1:1 derive/no-operation"]);
  });

  test("a page about the parameters of all operations documents none", () => {
    const { findings } = operationOf(`# Common parameters

## Request parameters

|Name|Type|Required|Description|
|--|--|--|--|
|Action|String|Yes|The operation. See the list of operations.|
|Format|String|No|The format.|
`);

    expect(findings).toEqual(["1:3 derive/no-operation"]);
  });

  test("a column that is not known", () => {
    const page = pageWith("|Title|String|Yes| | |").replace("Example|Desc", "Colour|Desc");

    expect(operationOf(page).findings).toEqual(["7:21 page/unknown-column"]);
  });

  test("a code block that does not end", () => {
    const page = `${pageWith("|Title|String|Yes| | |")}\n\`\`\`\n{}\n`;

    expect(operationOf(page).findings).toEqual(["17:1 markdown/unclosed-fence"]);
  });

  test("an error's status that is none", () => {
    const page = `${pageWith("|Title|String|Yes| | |")}
## Error codes

|HTTP status code|Error code|
|--|--|
|4xx|NoRoom|
`;

    expect(operationOf(page).findings).toEqual(["21:2 derive/unclear-error"]);
  });
});

test("several things are said at once", () => {
  const { findings } = operationOf(
    pageWith(`|Title|Text|Yes| | |
|Pages|Integer|Maybe| | |
|The genre|String|No| | |
|Title|String|Yes| |The title`),
  );

  expect(findings).toEqual([
    "12:1 table/unclosed-row",
    "10:16 derive/unclear-required",
    "11:2 derive/unnamed-parameter",
    "9:8 derive/unknown-type",
    "12:1 derive/duplicate-parameter",
  ]);
});

test("the first of two rows is kept, and a row that is no parameter is left out", () => {
  const { operation } = operationOf(
    pageWith("|Title|String|Yes| | |\n|Title|Integer|No| | |\n|The genre|String|No| | |"),
  );

  expect(operation?.request).toMatchObject([{ name: "Title", type: "string", required: true }]);
});
