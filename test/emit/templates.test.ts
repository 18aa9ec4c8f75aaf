import Handlebars from "handlebars";
import { describe, expect, test } from "vitest";
import { compileTemplate } from "../../src/emit/compile-template.ts";
import { code } from "../../src/emit/emitters/code.ts";
import { stringLiteral } from "../../src/emit/emitters/string-literal.ts";
import { materials } from "./materials.ts";

describe("a template", () => {
  test("shows code as it is", () => {
    const view = { name: stringLiteral(`<"&'`) };

    expect(compileTemplate("a = {{name}};")(view)).toBe(`a = "<\\"&'";`);
  });

  test("does not read what it shows", () => {
    const view = { name: stringLiteral("{{name}} {{{name}}} {{> name}}") };

    expect(compileTemplate("{{name}}")(view)).toBe('"{{name}} {{{name}}} {{> name}}"');
  });

  test.each(["{{nmae}}", "{{name.first}}", "{{#each nmaes}}{{/each}}", "{{#with nmae}}{{/with}}"])(
    "fails for a field that there is not: %s",
    (template) => {
      expect(() => compileTemplate(template)({ name: code`a` })).toThrow();
    },
  );

  test.each(["{{#each constructor}}a{{/each}}", "{{#with __proto__}}a{{/with}}"])(
    "does not reach what every object has: %s",
    (template) => {
      expect(() => compileTemplate(template)({ name: code`a` })).toThrow();
    },
  );

  test.each(["{{upper name}}", "{{#upper name}}{{/upper}}", "{{> name}}"])(
    "has no helpers or partials of its own: %s",
    (template) => {
      expect(() => compileTemplate(template)({ name: code`a` })).toThrow();
    },
  );
});

/** Nodes of templates as Handlebars reads them. */
type Part = hbs.AST.Node & {
  readonly path?: hbs.AST.PathExpression;
  readonly params?: readonly unknown[];
  readonly escaped?: boolean;
};

describe.each([...materials.templates])("templates/%s", (_, { text }) => {
  const parts = partsOf(Handlebars.parse(text));

  test("decides nothing: each, with and unless are all it knows", () => {
    const helpers = parts
      .filter(({ type }) => type === "BlockStatement" || type === "SubExpression")
      .map(({ path }) => path?.original);

    expect(helpers.filter((name) => !["each", "with", "unless"].includes(String(name)))).toEqual(
      [],
    );
  });

  test("shows fields, without arguments and without a way around the emitters", () => {
    for (const part of parts.filter(({ type }) => type === "MustacheStatement")) {
      expect(part.params).toEqual([]);
      // `{{{` and `{{&` in place of `{{`.
      expect(part.escaped).toBe(true);
    }
  });

  test("is whole: no partials, decorators or comments", () => {
    const kinds = new Set(parts.map(({ type }) => type));

    expect(
      [...kinds].filter((kind) => /Partial|Decorator|Comment|SubExpression/.test(kind)),
    ).toEqual([]);
  });
});

function partsOf(value: unknown): Part[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(partsOf);
  return "type" in value && typeof value.type === "string" ? [value as Part, ...inner] : inner;
}
