import { expect, test } from "vitest";
import { templateText } from "../../../src/emit/emitters/template-text.ts";
import { evaluate } from "./evaluate.ts";
import { texts } from "./texts.ts";

test.each([
  ["alone", (text: string) => `\`${templateText(text)}\``],
  ["after an expression", (text: string) => `\`\${""}${templateText(text)}\``],
  ["before an expression", (text: string) => `\`${templateText(text)}\${""}\``],
])("each text comes back from between backquotes, %s", (_, print) => {
  for (const text of texts) expect(evaluate(print(text))).toBe(text);
});

test("nothing in it is an expression", () => {
  expect(templateText("${CANARY} `CANARY`")).toBe("\\${CANARY} \\`CANARY\\`");
});
