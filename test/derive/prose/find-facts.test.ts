import { describe, expect, test } from "vitest";
import { findCount } from "../../../src/derive/prose/find-count.ts";
import { findDefault } from "../../../src/derive/prose/find-default.ts";
import { findIdempotency } from "../../../src/derive/prose/find-idempotency.ts";
import { findIndexRange } from "../../../src/derive/prose/find-index-range.ts";
import { findLength } from "../../../src/derive/prose/find-length.ts";
import { findRange } from "../../../src/derive/prose/find-range.ts";
import { findUnit } from "../../../src/derive/prose/find-unit.ts";
import { unitsOf } from "./units-of.ts";

describe("a default", () => {
  test("has the line of its sentence", () => {
    expect(findDefault(unitsOf("每页的行数。\n\n 默认值：**10**。"))).toEqual({
      text: "10",
      line: 3,
    });
  });

  test.each([
    "默认值为**10**。",
    "默认值是`10`",
    "默认值：**10**",
    "默认值:**10**",
    "默认为**10**。",
    "默认取值为**10**。",
    "缺省值为**10**。",
    "每页的行数，默认值为**10**，最大值为**50**。",
    "不设置该参数时，默认值为**10**。",
    "Default value: **10**.",
    "The default value is **10**.",
    "It defaults to `10`.",
    "If this parameter is not specified, the default value **10** is used.",
    "默认值：10",
    "默认为10",
    "默认10。",
    "默认值：10，最大值：50。",
    "默认值为10秒。",
    "（默认值：10）",
    "缺省为10",
    "起始值：1默认值：10",
    "-   默认值：10",
    "Default value: 10.",
    "Default value : 10",
    "Default: 10.",
    "The default value is 10 seconds.",
    "The default is 10.",
    'Default value: "10".',
  ])("%s", (text) => {
    expect(findDefault(unitsOf(text))?.text).toBe("10");
  });

  test.each([
    "没有默认值。",
    "默认值为空。",
    "默认值由**PageSize**决定。",
    "当Genre为poem时，默认值为**10**。",
    "对于诗歌，默认值为**10**。",
    "-   **poem**：默认值为**10**。",
    "The default value when Genre is poem: **10**.",
    "当前书架：**10**。",
    "默认为当前时间。",
    "默认值：空",
    "有默认ID，可不填写。",
    "默认为所有书架",
    "默认值：max{40, 书的页数}",
    "默认值：1~10",
    "默认从1开始。",
    "Default value: all books.",
    "Default value: None.",
    "Default value: the current time.",
    "This parameter is empty by default.",
  ])("is none: %s", (text) => {
    expect(findDefault(unitsOf(text))).toBeUndefined();
  });
});

describe("a length", () => {
  test("has the line of its sentence", () => {
    expect(findLength(unitsOf("标题。\n\n 长度为2~128个字符。"))).toEqual({
      min: 2,
      max: 128,
      line: 3,
    });
  });

  test.each([
    ["长度为2~128个字符", 2, 128],
    ["名称长度为2～128个字符，以字母开头。", 2, 128],
    ["长度为 2 到 128 个字符", 2, 128],
    ["长度限制为2-128个英文字符", 2, 128],
    ["长度为2个字符至128个字符", 2, 128],
    ["长度为1~1,024个字符", 1, 1024],
    ["长度不能超过64个字符", undefined, 64],
    ["只支持ASCII字符，且不能超过64个字符", undefined, 64],
    ["最多支持64个字符", undefined, 64],
    ["-   长度为2~128个字符。\n-   以字母开头。", 2, 128],
    ["It must be 2 to 128 characters in length.", 2, 128],
    ["The title is 2-128 characters long.", 2, 128],
    ["It cannot exceed 64 characters in length.", undefined, 64],
    ["It can contain only ASCII characters and cannot exceed 64 ASCII characters.", undefined, 64],
    ["It can be up to 1,024 characters.", undefined, 1024],
    ["长度为[2, 256]个英文或中文字符", 2, 256],
    ["长度为2~256个中英文字符。", 2, 256],
    ["长度限制：8至30个字符", 8, 30],
    ["字符长度为2~15", 2, 15],
    ["不超过64个字符", undefined, 64],
    ["最大长度为64个字符", undefined, 64],
    ["最长64个字符", undefined, 64],
    ["由1~64个字符组成", 1, 64],
    ["It must be 8 to 30 characters.", 8, 30],
    ["It must be no more than 64 characters in length.", undefined, 64],
    ["The maximum length is 64 characters.", undefined, 64],
  ])("%s", (text, min, max) => {
    expect(findLength(unitsOf(text))).toEqual({
      ...(min === undefined ? {} : { min }),
      max,
      line: 1,
    });
  });

  test.each([
    "最多支持20个书架",
    "不能超过64本书",
    "长度不超过512字节",
    "最大长度为512个字节",
    "The title can be up to 512 bytes in length.",
    "长度为128~2个字符",
    "对于诗歌，长度为2~128个字符",
    "-   诗歌：长度为2~128个字符",
    "For a poem, it must be 2 to 128 characters in length.",
    "The order of the characters in length.",
    "第2~128行的字符",
  ])("is none: %s", (text) => {
    expect(findLength(unitsOf(text))).toBeUndefined();
  });
});

describe("a range", () => {
  test.each([
    ["取值范围：1~65535", 1, 65535],
    ["每页的行数，取值：**1**~**100**。", 1, 100],
    ["取值范围为1到65,535。", 1, 65535],
    ["取值范围：**1~50**，默认值：20", 1, 50],
    ["取值范围：1~100之间的整数", 1, 100],
    ["取值范围：-10~10", -10, 10],
    ["取值范围：0.5~1.5，单位：米", 0.5, 1.5],
    ["Valid values: 1 to 100.", 1, 100],
    ["Valid values: **1** to **65535**. Default value: **80**.", 1, 65535],
    ["Value range: 1~100", 1, 100],
    ["取值范围：[1, 100]", 1, 100],
    ["取值范围：[1,100]默认值：1", 1, 100],
    ["取值范围为**1**-**5**。", 1, 5],
    ["取值范围：3600秒~43200秒。", 3600, 43200],
    ["最小值：1。最大值：100。", 1, 100],
    ["最大值为100，默认值为10", undefined, 100],
    ["大于0", 1, undefined],
    ["取值为正整数。", 1, undefined],
    ["页码。起始值：1", 1, undefined],
    ["Pages start from page 1.", 1, undefined],
    ["The value must be a positive integer.", 1, undefined],
    ["Value range: random integer between 1 and 50.", 1, 50],
    ["大于等于1，小于等于100", 1, 100],
    ["Valid values: greater than or equal to 2.", 2, undefined],
    ["Maximum value: 100.", undefined, 100],
    ["Maximum: 100.", undefined, 100],
    ["Valid values are 0 to 23.", 0, 23],
    ["The value must be an integer from 1 to 100.", 1, 100],
    ["The value ranges from 1 to 100.", 1, 100],
    ["过期时间范围：900~3600秒", 900, 3600],
    ["取值介于1和9之间", 1, 9],
    ["取值**1**~**9**，参数传入为空时，默认为**2**。", 1, 9],
    ["-   Valid values: **10** to **2000**. Unit: GB.\n-   The value must be even.", 10, 2000],
  ])("%s", (text, min, max) => {
    expect(findRange(unitsOf(text), "integer")).toEqual({
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      line: 1,
    });
  });

  test.each([
    ["of a list's index", "第N个书架的楼层，N的取值范围为1~16。"],
    ["of a list's index", "N 的取值范围：1~16"],
    ["of a list's index", "Valid values of N: 1 to 16."],
    ["of two values", "Valid values: 20 and 30."],
    ["of another parameter", "PageSize取值范围：1~50"],
    ["with other values", "取值范围：1~12, 24, 36"],
    ["with other values", "取值范围：**1**~**12**、**24**"],
    ["with other values", "取值范围：1~100或-1"],
    ["of a case", "当Genre为poem时，取值范围：1~9"],
    ["of a case", "-   Genre为poem。取值范围：1~9"],
    ["upside down", "取值范围：100~1"],
    ["of versions", "取值范围：1.0.1~1.2.9"],
    ["of a default", "默认取值：1~9"],
    ["that is not announced", "一般为1~9"],
    ["that contradicts another", "取值范围：1~100。取值范围：1~50。"],
    ["of a length", "取值范围：1~64个字符"],
    ["of a count", "最大值：100个"],
    ["of a count", "A maximum of 50 books can be lent."],
    ["up to what is no number", "Valid values: the number of shelves to 1000."],
    ["with another value", "取值为正整数或-1。"],
    ["with another value", "The value can be 0 or a positive integer."],
    ["of the opposite", "取值为非正整数。"],
    ["of times", "取值范围：00:00~23:00"],
    ["of days", "取值范围：2019-11-20"],
    ["without a bound", "最大值：无限制。"],
  ])("is none %s: %s", (_, text) => {
    expect(findRange(unitsOf(text), "integer")).toBeUndefined();
  });
});

test("a range has the line of the sentence that states both bounds", () => {
  expect(findRange(unitsOf("最大值：100。<br>取值范围：1~100"), "integer")?.line).toBe(1);
  expect(findRange(unitsOf("最大值：100。\n\n取值范围：1~100"), "integer")?.line).toBe(3);
});

describe("a range of a number that is a text", () => {
  test("is none where the example is no number", () => {
    expect(findRange(unitsOf("Valid values: 2 to 32."), "string", "small.shelf")).toBeUndefined();
    expect(findRange(unitsOf("Valid values: 2 to 32."), "string", "4")).toMatchObject({ min: 2 });
  });

  test("is stated as one", () => {
    expect(findRange(unitsOf("取值范围：1~100"), "string")).toEqual({ min: 1, max: 100, line: 1 });
  });

  test("is not taken from a comparison", () => {
    expect(findRange(unitsOf("每个书架的书不能大于100"), "string")).toBeUndefined();
  });
});

describe("a count", () => {
  test.each([
    ["书名，N的取值范围：1~20。", 1, 20],
    ["书名，n 的取值范围：[1, 20]。", 1, 20],
    ["The title. Valid values of N: **1** to **20**.", 1, 20],
    ["最多支持100个。", undefined, 100],
    ["一次最多指定100个书名。", undefined, 100],
    ["You can specify up to 100 titles.", undefined, 100],
    ["You can specify a maximum of 10 titles.", undefined, 10],
    ["A maximum of five titles can be specified.", undefined, 5],
  ])("of a list: %s", (text, min, max) => {
    expect(findCount(unitsOf(text), true)).toEqual({
      ...(min === undefined ? {} : { min }),
      max,
      line: 1,
    });
  });

  test.each([
    "书名，多个书名用英文逗号（,）分隔，最多支持20个。",
    "由多个书名组成的JSON数组，最多支持20个。",
    "书名数组，最多支持20个。",
    "书名，一次最多支持查询20个书名。",
    "-   Separate titles with commas (,). You can specify a maximum of 20 titles.",
    "The value is a JSON array. Separate titles with commas (,). You can specify up to 20 titles.",
  ])("of a text that lists several: %s", (text) => {
    expect(findCount(unitsOf(text), false)).toEqual({ max: 20, line: 1 });
  });

  test.each([
    "每个书架最多支持20个。",
    "最多支持64个字符，多个用逗号分隔。",
    "The title can be up to 64 characters in length. Separate titles with commas (,).",
    "N的取值：1",
  ])("is none: %s", (text) => {
    expect(findCount(unitsOf(text), false)).toBeUndefined();
  });
});

test("the range of N is that of a list's index, or of a number that the prose calls so", () => {
  const bounds = { min: 0, max: 24, line: 1 };

  expect(findIndexRange(unitsOf("前N个书名不能重复，N的取值范围：0~24。"))).toEqual(bounds);
  expect(findIndexRange(unitsOf("The last N titles. Valid values of N: 0 to 24."))).toEqual(bounds);
  expect(findIndexRange(unitsOf("取值范围：0~24。"))).toBeUndefined();
});

describe("a unit", () => {
  test.each([
    ["高度，单位：厘米。", "厘米"],
    ["高度。单位为cm，最大值为100。", "cm"],
    ["速度，单位：KB/s", "KB/s"],
    ["速度（单位：byte/秒）", "byte/秒"],
    ["时间，单位秒。", "秒"],
    ["Height. Unit: cm.", "cm"],
    ["Speed. Unit: bytes per second.", "bytes per second"],
    ["Speed. Unit: Mbit/s. Default value: 1.", "Mbit/s"],
    ["Share. Unit: percent (%).", "percent (%)"],
    ["The speed of the lift, in **Mbit/s**.", "Mbit/s"],
    ["The books, in boxes.", undefined],
    ["时长的单位。取值：", undefined],
    ["单位：请参见说明", undefined],
    ["期限，单位：months（月），years（年）。", undefined],
    ["The unit of the price.", undefined],
    ["当Genre为poem时，单位：行。", undefined],
  ])("%s", (text, unit) => {
    expect(findUnit(unitsOf(text))?.value).toBe(unit);
  });
});

describe("an idempotency token", () => {
  test.each([
    "保证请求幂等性。",
    "用于保证请求的幂等性。",
    "It is used to ensure the idempotence of the request.",
    "Makes the request idempotent.",
  ])("%s", (text) => {
    expect(findIdempotency(unitsOf(text))).toEqual({ value: true, line: 1 });
  });

  test.each([
    "不保证请求幂等性。",
    "无法保证幂等。",
    "The request is not idempotent.",
    "请求令牌。",
  ])("is none: %s", (text) => {
    expect(findIdempotency(unitsOf(text))).toBeUndefined();
  });
});
