import { describe, expect, test } from "vitest";
import { findDefault } from "../../../src/derive/prose/find-default.ts";
import { findIdempotency } from "../../../src/derive/prose/find-idempotency.ts";
import { findLength } from "../../../src/derive/prose/find-length.ts";
import { findRange } from "../../../src/derive/prose/find-range.ts";
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
    "长度至少为8个字符",
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
  ])("%s", (text, min, max) => {
    expect(findRange(unitsOf(text))).toEqual({ min, max, line: 1 });
  });

  test.each([
    ["of a list's index", "第N个书架的楼层，N的取值范围为1~16。"],
    ["of a list's index", "N 的取值范围：1~16"],
    ["of a list's index", "Valid values of N: 1 to 16."],
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
  ])("is none %s: %s", (_, text) => {
    expect(findRange(unitsOf(text))).toBeUndefined();
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
