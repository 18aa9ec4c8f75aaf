import { expect, test } from "vitest";
import { findDeprecation } from "../../../src/derive/prose/find-deprecation.ts";
import { readDescription } from "../../../src/derive/rows/read-description.ts";

test.each([
  "该参数即将被弃用，为提高兼容性，请尽量使用其他参数。",
  "书架的编号。\n\n **说明：** 该参数即将停止使用，为提高代码兼容性，建议您尽量不要使用该参数。",
  "该API已不推荐使用。推荐您调用ModifyShelf。",
  "已废弃。",
  "不推荐查看该返回值，推荐您查看`State`的返回值。",
  "The number. **Note:** This parameter will be removed in the future.",
  "This operation is deprecated.",
  "Deprecated.",
])("%j says not to use something any more", (text) => {
  expect(findDeprecation(readDescription(text).units)).toMatchObject({ value: true });
});

test.each([
  "镜像的状态。取值：\n\n -   Deprecated：已弃用的镜像。",
  "域名已下线。",
  "证书的废弃状态。",
  "The image is discontinued.",
  "-   **yes**：已废弃。",
])("%j says something else", (text) => {
  expect(findDeprecation(readDescription(text).units)).toBeUndefined();
});
