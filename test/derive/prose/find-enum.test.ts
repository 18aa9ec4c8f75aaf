import { describe, expect, test } from "vitest";
import { findEnum } from "../../../src/derive/prose/find-enum.ts";
import type { ScalarType } from "../../../src/spec/operation.ts";
import { unitsOf } from "./units-of.ts";

describe("a list of values", () => {
  test("that the text before it announces", () => {
    const text = `书的体裁，取值：

 -   **novel**：小说。
-   **poem**：诗歌。`;

    expect(findEnum(unitsOf(text), "string")).toEqual({
      enum: {
        closed: false,
        values: [
          { value: "novel", meaning: "小说。", line: 3 },
          { value: "poem", meaning: "诗歌。", line: 4 },
        ],
      },
    });
  });

  test("that its items state; being empty is no value", () => {
    const text = `借书的次序。

 -   取值为空（默认）时：不排序。
-   取值为**BY\\_DATE**时，按日期排序。`;

    expect(findEnum(unitsOf(text), "string")).toEqual({
      enum: { closed: false, values: [{ value: "BY_DATE", meaning: "按日期排序。", line: 4 }] },
    });
  });

  test("that mean default and not default have no default", () => {
    const text = "取值：\n\n-   **Default**（默认）\n-   **NotDefault**（非默认）";

    expect(findEnum(unitsOf(text), "string")?.default).toBeUndefined();
  });

  test("in which Null stands for none", () => {
    const text = "Valid values:\n\n-   Null: any shelf.\n-   **first**: the first shelf.";

    expect(findEnum(unitsOf(text), "string")?.enum.values).toEqual([
      { value: "first", meaning: "the first shelf.", line: 4 },
    ]);
  });

  test("of a boolean needs no announcement", () => {
    const text = "是否可借。\n\n -   **true**：可借。\n-   **false**（默认值）：不可借。";

    expect(findEnum(unitsOf(text), "boolean")).toEqual({
      enum: {
        closed: false,
        values: [
          { value: true, meaning: "可借。", line: 3 },
          { value: false, meaning: "不可借。", line: 4 },
        ],
      },
      default: { value: false, line: 4 },
    });
  });

  test("whose items hold nothing but the value", () => {
    expect(valuesOf("Valid values:\n\n-   **novel**\n-   **poem** (default)")).toEqual([
      "novel",
      "poem",
    ]);
  });

  test("of numbers", () => {
    expect(valuesOf("取值：\n\n-   **0**：无。\n-   **1**：有。", "integer")).toEqual([0, 1]);
  });

  test("in which one occurs twice has it once", () => {
    expect(valuesOf("取值：\n\n-   **a**：甲。\n-   **b**：乙。\n-   **a**：丙。")).toEqual([
      "a",
      "b",
    ]);
  });

  test.each([
    "取值：",
    "取值范围：",
    "取值包括：",
    "可选值：",
    "有效值为：",
    "Valid values:",
    "The genre. Valid values:",
    "Possible values are:",
    "Allowed values include:",
  ])("announced by %s", (announcement) => {
    expect(valuesOf(`${announcement}\n\n-   **a**：甲\n-   **b**：乙`)).toEqual(["a", "b"]);
  });

  test.each(["：", ":", "，", ", ", " - ", "—"])("divided from its meaning by %s", (divider) => {
    expect(valuesOf(`取值：\n\n-   **a**${divider}甲\n-   **b**${divider}乙`)).toEqual(["a", "b"]);
  });
});

describe("values in a sentence", () => {
  test("are closed where the page says that there are no others", () => {
    expect(findEnum(unitsOf("所在的楼，仅取值**north-1**。"), "string")).toEqual({
      enum: { closed: true, values: [{ value: "north-1", line: 1 }] },
    });
  });

  test.each([
    ["取值：**a**、**b**。", ["a", "b"]],
    ["体裁，取值：**a**或**b**", ["a", "b"]],
    ["有效值为：`a`和`b`。", ["a", "b"]],
    ["Valid values: **a**, **b**, and **c**.", ["a", "b", "c"]],
    ["The genre. Valid values: `a` and `b`. Case-sensitive.", ["a", "b"]],
  ])("are open otherwise: %s", (text, values) => {
    const found = findEnum(unitsOf(text), "string");

    expect(found?.enum.closed).toBe(false);
    expect(found?.enum.values.map(({ value }) => value)).toEqual(values);
  });

  test.each([
    ["仅取值：**a**。", ["a"]],
    ["取值仅支持**a**和**b**。", ["a", "b"]],
    ["目前，只能取值为**a**。", ["a"]],
    ["Only **a** is supported.", ["a"]],
    ["Only **a** and **b** are allowed.", ["a", "b"]],
  ])("are closed: %s", (text, values) => {
    const found = findEnum(unitsOf(text), "string");

    expect(found?.enum.closed).toBe(true);
    expect(found?.enum.values.map(({ value }) => value)).toEqual(values);
  });
});

describe("values in a sentence that the page does not set apart", () => {
  test.each<[string, unknown[], ScalarType?]>([
    ["取值：a、b。", ["a", "b"]],
    ["体裁，取值：a或b", ["a", "b"]],
    ["取值范围：a | b", ["a", "b"]],
    ["取值：true/false", [true, false], "boolean"],
    ["每页的行数，取值：30/50/100，默认值：30。", [30, 50, 100], "integer"],
    ["取值范围：{1, 2, 3}", [1, 2, 3], "integer"],
    ["取值范围：60 | 600 | 3600默认值：60", [60, 600, 3600], "integer"],
    ["取值：“a”或“b”。", ["a", "b"]],
    ["取值：**a | b**。", ["a", "b"]],
    ["取值：**3、5、7**。", ["3", "5", "7"]],
    ["取值：all", ["all"]],
    ["取值：a（甲）、b（乙）", ["a", "b"]],
    ["取值：**a（甲）**，**b（乙）**。", ["a", "b"]],
    ["取值：a，b，默认为a。", ["a", "b"]],
    ["固定取值：**a**。", ["a"]],
    ["是否可借，1：是，0：否。", [1, 0], "integer"],
    ["是否可借。0：不可借；1：可借，须预约。", [0, 1], "integer"],
    ["true：可借，false：不可借。", [true, false], "boolean"],
    ["1表示可借，0表示不可借。", [1, 0], "integer"],
    ["Valid values: a, b, and c.", ["a", "b", "c"]],
    ["Valid values: a | b", ["a", "b"]],
    ["Valid values: 3.2, 3.4, and 4.0.", ["3.2", "3.4", "4.0"]],
    ["The value can be a or b.", ["a", "b"]],
    ["Set the value to a.", ["a"]],
    ["Only old books are lent, so set this parameter to a.", ["a"]],
    ["册数，支持**3**和**5**。", [3, 5], "integer"],
    ["取值范围为：**1**~**3**、**6**、**12**。", [1, 2, 3, 6, 12], "integer"],
    ["Valid values: 20, 40, and 100.", [20, 40, 100], "integer"],
  ])("%s", (text, values, type = "string") => {
    expect(findEnum(unitsOf(text), type)?.enum.values.map(({ value }) => value)).toEqual(values);
  });

  test("that one text joins", () => {
    const text = "Separate multiple genres with commas (,). Valid values: **a** and **b**.";

    expect(valuesOf(text)).toEqual(["a", "b"]);
    expect(
      valuesOf("取值：\n\n-   **a**：甲。\n-   **b**：乙。\n\n多个值用逗号（,）分隔。"),
    ).toEqual(["a", "b"]);
  });

  test("are all that the items of a text take, and yet not all that the text takes", () => {
    expect(findEnum(unitsOf("仅支持**a**和**b**。"), "string")?.enum.closed).toBe(true);
    expect(
      findEnum(unitsOf("仅支持**a**和**b**。多个值用逗号（,）分隔。"), "string")?.enum.closed,
    ).toBe(false);
  });

  test("whose meanings a list gives", () => {
    const text = "取值为`a`或`b`。\n\n-   如果取值为`a`，此时可借。\n-   如果取值为`b`，不可借。";

    expect(findEnum(unitsOf(text), "string")?.enum.values).toEqual([
      { value: "a", meaning: "可借。", line: 1 },
      { value: "b", meaning: "不可借。", line: 1 },
    ]);
  });

  test("that brackets show as alternatives", () => {
    expect(findEnum(unitsOf("是否可借（on|off）。"), "string")?.enum.values).toEqual([
      { value: "on", line: 1 },
      { value: "off", line: 1 },
    ]);
    expect(findEnum(unitsOf("楼层 \\(1|2|3\\)。"), "integer")?.enum.values).toHaveLength(3);
  });

  test("whose meanings later sentences give", () => {
    const text =
      "Valid values: 20 and 30. A value of 20 specifies that the shelf is the first one.";

    expect(findEnum(unitsOf(text), "string")?.enum.values).toEqual([
      { value: "20", meaning: "the shelf is the first one.", line: 1 },
      { value: "30", line: 1 },
    ]);
  });

  test("each with its meaning, one of them the default", () => {
    expect(findEnum(unitsOf("是否可借。0：不可借，1（默认）：可借，须预约。"), "integer")).toEqual({
      enum: {
        closed: false,
        values: [
          { value: 0, meaning: "不可借", line: 1 },
          { value: 1, meaning: "可借，须预约", line: 1 },
        ],
      },
      default: { value: 1, line: 1 },
    });
  });

  test("on lines of their own", () => {
    expect(valuesOf("取值范围：<br>novel：小说<br>poem（默认）")).toEqual(["novel", "poem"]);
  });
});

describe("a list of values that the page does not set apart", () => {
  test.each<[string, unknown[], ScalarType?]>([
    ["取值范围：\n\n-   a：甲\n-   b（默认）：乙", ["a", "b"]],
    ["Valid values:\n\n-   a: long. Mostly.\n-   b: short.", ["a", "b"]],
    ["Valid values:\n\n-   Windows Server 2016\n-   CentOS", ["Windows Server 2016", "CentOS"]],
    ["取值：\n\n-   a：甲\n-   默认值：a\n-   b：乙", ["a", "b"]],
    ["是否可借。\n\n-   0：不可借\n-   1：可借", [0, 1], "integer"],
    ["体裁包括：\n\n-   a：甲\n-   b：乙", ["a", "b"]],
    ["体裁：\n\n-   a：甲\n-   b：乙", ["a", "b"]],
    ["取值：\n\n-   a（默认）：甲。\n\n须预约。\n\n-   b：乙。", ["a", "b"]],
    [
      "Valid values:\n\n-   a: long.\n-   If you leave it empty, all are returned.\n-   b: short.",
      ["a", "b"],
    ],
    [
      "-   By default, this parameter is left empty.\n-   If you set the value to **a**, it is lent.",
      ["a"],
    ],
  ])("%j", (text, values, type = "string") => {
    expect(valuesOf(text, type)).toEqual(values);
  });

  test("that the example shows to be the parameter's", () => {
    const units = unitsOf("体裁。\n\n-   novel：小说\n-   poem：诗歌");

    expect(findEnum(units, "string", "poem")?.enum.values).toHaveLength(2);
    expect(findEnum(units, "string", "Emma")).toBeUndefined();
    expect(findEnum(unitsOf("体裁。\n\n-   novel\n-   poem"), "string", "poem")).toBeDefined();
    expect(findEnum(units, "string")).toBeUndefined();
  });

  test.each([
    ["-   a：甲。\n-   b：乙，是默认值。", "b"],
    ["-   a: long. This is the default value.\n-   b: short.", "a"],
  ])("one of them the default: %j", (list, value) => {
    expect(findEnum(unitsOf(`Valid values:\n\n${list}`), "string")?.default?.value).toBe(value);
  });
});

describe("are no documented values:", () => {
  test.each<[string, string, ScalarType?]>([
    ["a list that nothing announces", "注意：\n\n-   **a**：甲。\n-   **b**：乙。"],
    ["a list of which one item is no value", "取值：\n\n-   **a**：甲。\n-   其他：乙。"],
    [
      "a list with a value of another type",
      "取值：\n\n-   **1**：甲。\n-   **b**：乙。",
      "integer",
    ],
    ["a list of ranges", "取值：\n\n-   **1**-**9**：少。\n-   **10**-**99**：多。", "integer"],
    ["items with several values", "取值：\n\n-   **a**，**b**：甲。\n-   **c**，**d**：乙。"],
    ["values of a case", "若体裁为诗歌，则取值：\n\n-   **a**：甲。\n-   **b**：乙。"],
    ["values of a case", "如果Genre为**poem**，则取值只能为`b`。"],
    ["values of a case", "以下任一场景，只能取值`b`。"],
    ["a case of a value", "仅取值为**a**时有效。"],
    ["a case of values", "仅取值为**a**、**b**时有效。"],
    ["values of another parameter", "Genre取值：\n\n-   **a**：甲。\n-   **b**：乙。"],
    ["values of a list's index", "N的取值：**1**、**2**。"],
    ["a default", "默认取值：**a**。"],
    ["values among others", "取值：**a**、**b**等。"],
    ["a range", "取值：`[0,100]`。"],
    ["a range", "Valid values: `0 to 360`."],
    ["a masked example", "取值：**s-1\\*\\*\\*\\***。"],
    [
      "groups of values",
      "Valid values:\n\n-   **old**: **a** and **b**.\n-   **new**: **c** and **d**.",
    ],
    ["cases of a value", "-   诗歌的取值为**1**、**2**。\n-   小说的取值固定为**3**。", "integer"],
    ["a condition's value", "If Genre is poem, the Style parameter must be set to a."],
    ["what is no code", "目前仅支持诗歌书架ABC。"],
    ["what one has to do for a purpose", "To lend old books, set this parameter to a."],
    [
      "in the last of many lists",
      `${"甲：\n\n-   甲乙。丙丁\n\n".repeat(25)}取值：\n\n-   a\n-   b`,
    ],
    ["the parts of something", "书的元素：\n\n-   a：甲\n-   b：乙"],
    [
      "a list behind another announcement",
      "Valid values:\n\nOf these shelves only the number is given:\n\n-   a\n-   b",
    ],
    [
      "ranges and the default behind",
      "取值：\n\n-   -1：无限。\n-   [1, 9]：册数。\n\n默认值：-1",
      "integer",
    ],
    ["values among others", "取值：a、b、……"],
    ["values among others", "Valid values: a, b, etc."],
    ["values among others", "取值：a、b、自定义。"],
    ["a description", "取值：与书名一致。"],
    ["a description", "Valid values: the titles of books."],
    ["a description", "Valid values: see Genres."],
    ["a range", "取值：1~9", "integer"],
    ["a range", "取值：1-9"],
    ["a time", "取值：08:00、18:00"],
    ["a case", "取值为a时有效。"],
    ["a case", "取值为a或b时，该参数必填。"],
    ["a case", "The value is a if Genre is poem."],
    ["a state", "This parameter is empty by default."],
    ["a maximum", "最大值为100。", "integer"],
    ["a default", "默认值为1。", "integer"],
    ["numbered steps without a meaning", "1、2、3。", "integer"],
    ["cases", "-   Linux：根用户。\n-   Windows：管理员。"],
    ["what is denied", "不仅取值**a**。"],
    ["code in a sentence", "书架的标题，如**Emma**。"],
  ])("%s: %s", (_, text, type = "string") => {
    expect(findEnum(unitsOf(text), type)).toBeUndefined();
  });
});

function valuesOf(text: string, type: ScalarType = "string") {
  return findEnum(unitsOf(text), type)?.enum.values.map(({ value }) => value);
}
