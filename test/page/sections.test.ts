import { describe, expect, test } from "vitest";
import { sectionOf, type Section } from "../../src/page/section-titles.ts";
import { pageOf } from "./page-of.ts";

describe("the section that a heading opens", () => {
  const titles: Readonly<Record<Section, readonly string[]>> = {
    request: [
      "请求参数",
      "输入参数",
      "入参",
      "接口参数",
      "公共请求参数",
      "Request parameters",
      "Request Parameters",
      "Input parameters",
      "Parameters",
    ],
    response: [
      "返回数据",
      "返回参数",
      "返回值",
      "回参数",
      "响应参数",
      "出参",
      "Response parameters",
      "Return parameters",
      "Response elements",
      "Output parameters",
      "Returns",
    ],
    errors: [
      "错误码",
      "错误代码",
      "接口错误码",
      "特殊错误码",
      "返回错误码",
      "Error codes",
      "Error code",
      "Errors",
      "Common errors",
    ],
    samples: [
      "示例",
      "请求示例",
      "返回示例",
      "正常返回示例",
      "Examples",
      "Example",
      "Sample requests",
      "Sample responses",
      "SDK examples",
    ],
    other: ["调试", "描述", "接口说明", "使用限制", "Debugging", "Description", "Usage notes"],
  };
  const cases = Object.entries(titles).flatMap(([section, spellings]) =>
    spellings.map((title) => ({ section, title })),
  );

  test.each(cases)("$title: $section", ({ section, title }) => {
    expect(sectionOf(title)).toBe(section);
  });
});

test("tables are read by the section they stand in, with or without anchors", () => {
  const { page, findings } = pageOf(`# MakeShelf

## Request parameters {#section-1 .section}

|Name|Type|
|--|--|
|Title|String|

## Response parameters {#section-2 .section}

|Name|Type|
|--|--|
|ShelfId|String|

## Error codes

|Error code|Error message|
|--|--|
|NoRoom|There is no room.|

## Limits

|Edition|Shelves|
|--|--|
|Basic|10|
`);

  expect(page.request.map(({ key }) => key.text)).toEqual(["Title"]);
  expect(page.response.map(({ key }) => key.text)).toEqual(["ShelfId"]);
  expect(page.errors.map(({ key }) => key.text)).toEqual(["NoRoom"]);
  expect(findings).toEqual([]);
});

test("tables under one heading belong to one list", () => {
  const { page } = pageOf(`## 请求参数

|名称|类型|
|--|--|
|Title|String|

其他参数：

|名称|类型|
|--|--|
|Pages|Integer|
`);

  expect(page.request.map(({ key }) => key.text)).toEqual(["Title", "Pages"]);
});

describe("title and summary", () => {
  test("are the first heading and the first paragraph", () => {
    const { page } = pageOf("# MakeShelf {#doc .concept}\n\nMakes a shelf.\n\nIt is empty.\n");

    expect(page.title?.text).toBe("MakeShelf");
    expect(page.summary?.text).toBe("Makes a shelf.");
  });

  test("a link to the explorer is no summary", () => {
    const { page } = pageOf(`# MakeShelf

## Debugging

[Try it](https://api.example.com/#product=Library&api=MakeShelf&version=2020-01-02)

## Description

Makes a shelf.
`);

    expect(page.summary?.text).toBe("Makes a shelf.");
  });

  test("text about parameters is no summary", () => {
    expect(pageOf("# MakeShelf\n\n## 请求参数\n\n参数如下。\n").page.summary).toBeUndefined();
  });
});
