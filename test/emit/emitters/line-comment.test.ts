import { expect, test } from "vitest";
import { lineComment } from "../../../src/emit/emitters/line-comment.ts";
import { payloads } from "../payloads.ts";

test("a text stays on its line, and nothing in it is hidden", () => {
  for (const payload of payloads) {
    expect(lineComment(payload)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  }
});

test("it cannot name a source map", () => {
  expect(lineComment("//# sourceMappingURL=x")).not.toContain("# sourceMappingURL");
});

test("a path stays as it is", () => {
  expect(lineComment("pages/CreateListener.md")).toBe("pages/CreateListener.md");
});
