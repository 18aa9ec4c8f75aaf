import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { layOutCode } from "../../../src/emit/layout/lay-out-code.ts";

const long = "x".repeat(70);
const longer = "y".repeat(120);

describe("code is laid out as Prettier does it", () => {
  test.each([
    ["a line that fits", "const a = 1;"],
    ["names to import", `import { ${long}, type ${longer} } from "./a.ts";`],
    ["a single name to import", `import { ${longer} } from "./a.ts";`],
    ["a function's head", `export function a(${long}: A, b?: B): Promise<${long}> {\n  a();\n}`],
    ["a parameter of many types", `function a(b: ${longer} | C = "d"): E {\n  a();\n}`],
    ["a type's name", `export type ${long} = (typeof ${long})[keyof typeof ${long}];`],
    ["a list of texts", `const a: readonly string[] = ["${long}", '"${long}', "b"];`],
    [
      "a conjunction",
      `function a() {\n  return ${long}(b) && Object.values<string>(${long}).c(d.e);\n}`,
    ],
    ["arguments", `a.b("${long}", c["${longer}"], "d", e);`],
    ["a function as the last argument", `a("${long}", b, (c, d) => e(c, d, "${"f".repeat(20)}"));`],
    ["a function among the arguments", `a("${long}", b, (c, d) => e(c, d, "${long}"), f);`],
    [
      "an object as the last argument",
      `const a = await b.c({ d: "${long}", e: [{ f: "${long}" }] });`,
    ],
    [
      "a choice among the arguments",
      `a("b", Object.hasOwn(c, "${long}") ? c.${long} : undefined);`,
    ],
    [
      "keys, short and long",
      `const a = { b: "${longer}", bcde: "${longer}", fghij: "${longer}" };`,
    ],
    [
      "values that stay behind their keys",
      `const a = { ${longer}: true, ${long}: 1, ${long}: ["b"] };`,
    ],
    [
      "a pattern",
      `const a: B = { length: { max: 1 }, pattern: /^${long}\\/$/u, count: { min: 1 } };`,
    ],
    [
      "types in types",
      `interface A {\n  b?: readonly Readonly<Record<string, (${longer} | C)[]>>[];\n}`,
    ],
    ["a type of many", `interface A {\n  ${longer}: number | bigint | string;\n}`],
    ["a condition", `if (!a(${long}, "${long}")) return;`],
    ["a condition of nothing", "if (a) {\n}"],
    ["bodies with nothing in them", "interface A {\n}\nexport const b = {\n} as const;"],
    [
      "an object with a long name",
      `export const ${longer} = {\n  /** a */\n  b: "c",\n} as const;`,
    ],
    ["an object with a long type", `const a: B<${long}, ${long}> = {\n  b,\n};`],
    [
      "wide characters",
      `const a: readonly string[] = ["${"名".repeat(30)}", "b名b名b名b名b名b名"];`,
    ],
    ["a comment", `/** ${longer} */\nconst a = 1; // ${longer}`],
  ])("%s", async (_, flat) => {
    const expected = await format(flat, { parser: "typescript", printWidth: 100 });

    expect(layOutCode(`${flat}\n`)).toBe(expected);
  });
});

test("a line that is none of ours stays as it is", () => {
  const line = `for (const ${longer} of ${longer}) a();\n`;

  expect(layOutCode(line)).toBe(line);
});
