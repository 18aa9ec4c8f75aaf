import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { emitOperation } from "../../src/emit/emit-operation.ts";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { overlayTemplates, pickTemplates } from "../../src/emit/materials.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import { locate, createSource } from "../../src/text/source.ts";
import { everyShape } from "../spec/every-shape.ts";
import { materials } from "./materials.ts";

const product = { product: "Shop", version: "2024-05-06" };
const model = buildPackage(product, [everyShape, { ...everyShape, action: "Other" }], runtimeNames);
const module = "src/operations/[module].ts.hbs";

/** The package with a user's own templates over ours, and what was found in them. */
async function emitWith(own: Readonly<Record<string, string>>) {
  const diagnostics: Diagnostic[] = [];
  const sources = Object.entries(own).map(
    ([path, text]) => [path, createSource(`mine/${path}`, text)] as const,
  );
  const builtIn = new Map([...materials.templates].map(([path, { text }]) => [path, text]));
  const templates = overlayTemplates(builtIn, new Map(sources), diagnostics);
  const files = await emitPackage(model, { ...materials, templates }, diagnostics);
  const findings = diagnostics.map(({ code, source, span, message }) => {
    const { line, column } = locate(source, span.start);
    return `${source.path}:${line}:${column} ${code} ${message}`;
  });
  return { files, findings };
}

describe("a user's own template", () => {
  test("takes the place of ours, and only its output is formatted anew", async () => {
    const { files, findings } = await emitWith({
      [module]: "export   const action={{action}}\n",
    });
    const ours = await emitPackage(model, materials, []);

    expect(findings).toEqual([]);
    expect(files.get("src/operations/create-order.ts")).toBe(
      'export const action = "CreateOrder";\n',
    );
    expect(files.get("src/client.ts")).toBe(ours.get("src/client.ts"));
  });

  test("adds a file, for the package or for each operation", async () => {
    const { files } = await emitWith({
      "docs/[module].md.hbs": "#   {{functionName}}\n",
      "NOTICE.hbs": "{{title}}   {{api}}\n",
    });

    expect(files.get("docs/create-order.md")).toBe("# createOrder\n");
    expect(files.get("NOTICE")).toBe("shop-20240506   Shop 2024-05-06\n");
  });

  test("can show every part of a member apart", async () => {
    const { files } = await emitWith({
      [module]:
        "{{#each interfaces}}type {{name}}={ {{#each members}}{{key}}{{mark}}:{{type}};{{/each}} }\n{{/each}}",
    });

    expect(files.get("src/operations/create-order.ts")).toContain(
      "type CreateOrderNote = { Text: string };\n",
    );
  });
});

describe("a template gets at nothing but its view", () => {
  test.each([
    "{{constructor}}",
    "{{constructor.constructor}}",
    "{{__proto__}}",
    "{{toString}}",
    "{{title.constructor}}",
    "{{@root.constructor}}",
    '{{lookup . "constructor"}}',
    '{{lookup title "constructor"}}',
    '{{#with (lookup . "constructor")}}{{name}}{{/with}}',
    "{{#with constructor}}{{name}}{{/with}}",
    "{{#each __proto__}}{{this}}{{/each}}",
    "{{> constructor}}",
    "{{> __proto__}}",
    "{{> (lookup . 'constructor')}}",
    "{{* constructor}}",
    "{{helperMissing}}",
    "{{#blockHelperMissing title}}{{/blockHelperMissing}}",
    "{{require 'fs'}}",
    "{{process.env.HOME}}",
    '{{#*inline "again"}}{{> again}}{{/inline}}{{> again}}',
  ])("%s is refused", async (text) => {
    const { files, findings } = await emitWith({ "NOTICE.hbs": text });

    expect(findings).toEqual([
      expect.stringMatching(/^mine\/NOTICE\.hbs:1:\d+ template\/(?:syntax|unknown-field) /),
    ]);
    expect(files.has("NOTICE")).toBe(false);
  });
});

describe("what is wrong with a user's own template is found", () => {
  const cases: readonly (readonly [
    title: string,
    { readonly own: Readonly<Record<string, string>>; readonly want: readonly string[] },
  ])[] = [
    [
      "a field that there is not, once for all operations, with those that there are",
      {
        own: { [module]: "// a\n{{#each interfaces}}\n  {{nmae}}\n{{/each}}\n" },
        want: [
          `mine/${module}:3:5 template/unknown-field there is no field "nmae" here. There is: doc, name, members.`,
        ],
      },
    ],
    [
      "fields that blocks are about, and those of what is around",
      {
        own: {
          "a.txt.hbs": "{{#each nothing}}{{/each}}{{#each usage}}{{../nmae}}{{@root.a}}{{/each}}",
        },
        want: [
          expect.stringMatching(
            /^mine\/a\.txt\.hbs:1:9 template\/unknown-field there is no field "nothing" here\. There is: json, title/,
          ),
          expect.stringMatching(/^mine\/a\.txt\.hbs:1:44 template\/unknown-field .*"nmae"/),
          expect.stringMatching(/^mine\/a\.txt\.hbs:1:55 template\/unknown-field .*"a"/),
        ] as string[],
      },
    ],
    [
      "a field of a text",
      {
        own: { "a.txt.hbs": "{{title.length}}" },
        want: [
          'mine/a.txt.hbs:1:3 template/unknown-field there is no field "length" here. It would be one of a text.',
        ],
      },
    ],
    [
      "a block that does not end",
      {
        own: { "a.txt.hbs": "a\n{{#each usage}}\n" },
        want: [
          expect.stringMatching(/^mine\/a\.txt\.hbs:3:1 template\/syntax .*Expecting/),
        ] as string[],
      },
    ],
    [
      "a block that ends as another",
      {
        own: { "a.txt.hbs": "{{#each usage}}{{/with}}" },
        want: [
          expect.stringMatching(
            /^mine\/a\.txt\.hbs:1:4 template\/syntax .*each doesn't match with/,
          ),
        ] as string[],
      },
    ],
    [
      "a helper",
      {
        own: { "a.txt.hbs": "a {{upper title}}" },
        want: [
          expect.stringMatching(/^mine\/a\.txt\.hbs:1:3 template\/syntax .*no helper "upper"/),
        ] as string[],
      },
    ],
    [
      "a partial",
      {
        own: { "a.txt.hbs": "{{> head}}" },
        want: [
          expect.stringMatching(/^mine\/a\.txt\.hbs:1:1 template\/syntax .*partial head/),
        ] as string[],
      },
    ],
    [
      "output that cannot be read, in its place there",
      {
        own: { "src/a.ts.hbs": "const a = 1;\nconst b = ;\n" },
        want: [
          "src/a.ts:2:11 template/unreadable-output what mine/src/a.ts.hbs makes cannot be formatted: Expression expected. Correct the template.",
        ],
      },
    ],
    [
      "such output of every operation, once",
      {
        own: { [module]: "const = 1;" },
        want: [
          `src/operations/create-order.ts:1:7 template/unreadable-output what mine/${module} makes cannot be formatted: Variable declaration expected. Correct the template.`,
        ],
      },
    ],
    ...[
      "../a.hbs",
      "/a.hbs",
      "a//b.hbs",
      "src/./a.hbs",
      ".hbs",
      "[modul].ts.hbs",
      "a b.hbs",
      "a\\b.hbs",
    ].map(
      (path) =>
        [
          `the path ${path}`,
          {
            own: { [path]: "a" },
            want: [
              expect.stringContaining(
                `:1:1 template/unusable-path ${path} cannot be used as a template: it names no file inside the package`,
              ),
            ] as string[],
          },
        ] as const,
    ),
    [
      "a path in the runtime",
      {
        own: { "src/runtime/index.ts.hbs": "a" },
        want: [expect.stringContaining("the runtime is copied as it is")] as string[],
      },
    ],
  ];

  test.each(cases)("%s", async (_, { own, want }) => {
    const { files, findings } = await emitWith(own);

    expect(findings).toEqual(want);
    expect(files.get("README.md")).toContain("# shop-20240506");
  });
});

test("an operation is emitted without the others", async () => {
  const [, operation] = model.operations;
  if (operation === undefined) throw new Error("there is no operation");
  const files = await emitOperation(operation, pickTemplates(materials, model), []);
  const whole = await emitPackage(model, materials, []);

  expect([...files]).toEqual([["src/operations/other.ts", whole.get("src/operations/other.ts")]]);
});
