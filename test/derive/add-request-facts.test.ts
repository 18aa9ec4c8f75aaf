import { describe, expect, test } from "vitest";
import type { Member } from "../../src/spec/operation.ts";
import { readText } from "../corpus/read-text.ts";
import { createSource } from "../../src/text/source.ts";

/** The members of the request and of the response of a page with the same row on both sides. */
function bothSides(row: string): { request: Member | undefined; response: Member | undefined } {
  const table = (heading: string) =>
    `## ${heading}\n\n|名称|类型|描述|\n|--|--|--|\n|Action|String|取值：**MakeShelf**。 |\n${row}\n`;
  const source = createSource(
    "page.md",
    `# MakeShelf\n\n${table("请求参数")}\n${table("返回数据")}`,
  );
  const { operation } = readText(source);
  return { request: operation?.request.at(-1), response: operation?.response.at(-1) };
}

describe("what only a request's parameter can be", () => {
  test("the region is filled in by the client", () => {
    const { request, response } = bothSides("|RegionId|String|地域ID。 |");

    expect(request?.filledBy).toBe("regionId");
    expect(response).not.toHaveProperty("filledBy");
  });

  test("a region that is no text is not", () => {
    expect(bothSides("|RegionId|Integer|地域ID。 |").request).not.toHaveProperty("filledBy");
  });

  test("an idempotency token", () => {
    const { request, response } = bothSides("|Token|String|保证请求幂等性。 |");

    expect(request?.idempotencyToken).toMatchObject({ value: true });
    expect(response).not.toHaveProperty("idempotencyToken");
  });
});
