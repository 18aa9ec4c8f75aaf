import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { yamlBlock, yamlText } from "../../src/spec/yaml-text.ts";
import { propertyRuns } from "../robustness/property-runs.ts";

describe("a text on one line is", () => {
  test.each([
    [
      "bare where nothing can mistake it",
      "监听的网络传输协议类型，取值：tcp。",
      "监听的网络传输协议类型，取值：tcp。",
    ],
    ["bare with a dash or a question mark before a word", "-a", "-a"],
    ["quoted where it would be a number", "20", '"20"'],
    ["quoted where it would be a date", "2019-11-20", '"2019-11-20"'],
    ["quoted where it would be a boolean", "true", '"true"'],
    ["quoted where it would be nothing", "", '""'],
    ["quoted where it would be a key", "a: b", '"a: b"'],
    ["quoted where it would be a comment", "a #b", '"a #b"'],
    ["quoted where it would be a list", "[a]", '"[a]"'],
    ["between single quotes, if it has double ones", '{"a":1}', `'{"a":1}'`],
    ["between single quotes, if it has backslashes", String.raw`\d'`, String.raw`'\d'''`],
    ["between double quotes, if it has both", `"a" 'b`, String.raw`"\"a\" 'b"`],
    ["escaped, if it cannot be seen", "a\u0085b", String.raw`"a\u0085b"`],
  ])("%s", (_, text, yaml) => {
    expect(yamlText(text)).toBe(yaml);
    expect(parse(yaml)).toBe(text);
  });

  test("quoted between brackets, where a comma would end it", () => {
    expect(yamlText("a, b", true)).toBe('"a, b"');
    expect(yamlText("a, b")).toBe("a, b");
  });
});

describe("a text of several lines is a block", () => {
  test.each([
    ["without its last line end, if it has none", "a\nb", "|-\n  a\n  b"],
    ["with its last line end", "a\nb\n", "|\n  a\n  b"],
    ["with all line ends at its end", "a\n\n", "|+\n  a\n"],
    ["with its blank lines", "a\n\nb", "|-\n  a\n\n  b"],
    ["with the blanks that it begins with", "  a\nb", "|2-\n    a\n  b"],
  ])("%s", (_, text, yaml) => {
    expect(yamlBlock(text, "  ")).toBe(yaml);
  });

  test.each(["a\nb ", "a\n  \n", "\n", "a\r\nb"])("but not %j", (text) => {
    expect(yamlBlock(text, "  ")).toBeUndefined();
  });
});

test("whatever a text is, it is read as it was", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom(...Array.from(` \t\n\r:#-?,[]{}&*!|>'"%@\`\\~=<0.eE+xoatrufnlsy中`)),
    }),
  );
  fc.assert(
    fc.property(piece, (text) => {
      const block = yamlBlock(text, "      ") ?? yamlText(text);
      const document = `a:\n  - b: ${block}\n    c: { d: ${yamlText(text, true)}, e: 1 }\nf: ${yamlText(text)}\n`;

      expect(parse(document)).toEqual({ a: [{ b: text, c: { d: text, e: 1 } }], f: text });
    }),
    propertyRuns(2_000),
  );
});
