import { describe, expect, test } from "vitest";
import { columnOf, errorTitles, parameterTitles } from "../../src/page/column-titles.ts";
import { pageOf } from "./page-of.ts";

describe("the column of a parameter table that a title names", () => {
  test.each([
    ["名称", "name"],
    ["参数", "name"],
    ["参数名称", "name"],
    ["Parameter", "name"],
    ["Parameters", "name"],
    ["Parameter name", "name"],
    ["类型", "type"],
    ["数据类型", "type"],
    ["Type", "type"],
    ["是否必选", "required"],
    ["是否必需", "required"],
    ["是否必须", "required"],
    ["必填", "required"],
    ["必要", "required"],
    ["Required", "required"],
    ["Required?", "required"],
    ["是否必选？", "required"],
    ["示例值", "example"],
    ["Example", "example"],
    ["Example value", "example"],
    ["Sample  Value", "example"],
    ["描述", "description"],
    ["说明", "description"],
    ["DESCRIPTION", "description"],
    ["名称 Name", "name"],
    ["Colour", undefined],
    ["Shelf colour", undefined],
    ["", undefined],
  ])("%s: %s", (title, column) => {
    expect(columnOf(parameterTitles, title)).toBe(column);
  });
});

describe("the column of an error table that a title names", () => {
  test.each([
    ["HttpCode", "status"],
    ["HTTP 状态码", "status"],
    ["Http状态码", "status"],
    ["HTTP status code", "status"],
    ["错误码", "code"],
    ["错误代码", "code"],
    ["Error code", "code"],
    ["ErrorCode 错误码", "code"],
    ["错误信息", "message"],
    ["Error message", "message"],
    ["描述", "description"],
    ["语义", "description"],
    ["Meaning", "description"],
    ["Reason phrase", undefined],
  ])("%s: %s", (title, column) => {
    expect(columnOf(errorTitles, title)).toBe(column);
  });
});

describe("the cells of a row", () => {
  test("are known by their columns, in whatever order these stand", () => {
    const { page } = pageOf(`## 请求参数

|描述|是否必选|名称|示例值|类型|
|--|--|--|--|--|
|标题。|是|Title|Emma|String|
`);

    expect(cellsOf(page.request[0])).toEqual({
      name: "Title",
      type: "String",
      required: "是",
      example: "Emma",
      description: "标题。",
    });
  });

  test("stay as they are written", () => {
    const { page } = pageOf(`## Error codes

|HttpCode|Error code|
|--|--|
|4xx|**No\\_Room**|
`);

    expect(cellsOf(page.errors[0])).toEqual({ status: "4xx", code: "**No\\_Room**" });
  });

  test("of a column that the table lacks are missing; empty ones are empty", () => {
    const { page } = pageOf("## Response\n\n|Name|Type|\n|--|--|\n|Shelf| |\n");

    expect(cellsOf(page.response[0])).toEqual({ name: "Shelf", type: "" });
  });
});

describe("a column title is reported where it stands", () => {
  test.each([
    ["that is not known", "|名称|Colour|类型|", ["3:5 page/unknown-column"]],
    ["that is empty", "|名称| |类型|", ["3:5 page/unknown-column"]],
    [
      "each one that is not known",
      "|名称|A|B|",
      ["3:5 page/unknown-column", "3:7 page/unknown-column"],
    ],
    ["that means what another means", "|名称|描述|说明|", ["3:8 page/duplicate-column"]],
    ["only that the names are missing", "|Shelf|Kind|Text|", ["3:1 page/missing-column"]],
  ])("%s", (_, header, expected) => {
    const { findings } = pageOf(`## 请求参数\n\n${header}\n|--|--|--|\n|A|B|C|\n`);

    expect(findings).toEqual(expected);
  });
});

function cellsOf(row: { cells: ReadonlyMap<string, { text: string }> } | undefined): object {
  return Object.fromEntries([...(row?.cells ?? [])].map(([column, { text }]) => [column, text]));
}
