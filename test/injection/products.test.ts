import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { parseDocument, stringify } from "yaml";
import { parseConfig } from "../../src/config/load-config.ts";
import { printConfig } from "../../src/config/print-config.ts";
import type { Config } from "../../src/config/config.ts";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { visibleText } from "../../src/emit/emitters/visible-text.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import { product as schema } from "../../src/spec/product-schema.ts";
import type { Product } from "../../src/spec/product.ts";
import { readYaml } from "../../src/spec/read-yaml.ts";
import { createSource } from "../../src/text/source.ts";
import { materials } from "../emit/materials.ts";
import { everyShape } from "../spec/every-shape.ts";
import { expectInert } from "./expect-harmless.ts";
import { harmlessProduct, productKeys } from "./product-positions.ts";
import { parseModule, readModule } from "./read-module.ts";
import { expectShowable } from "./run-spec.ts";
import { texts } from "./texts.ts";

const shared = {
  runtime: new Map<string, string>(),
  templates: new Map([...materials.templates].filter(([path]) => !path.includes("[module]"))),
};

describe("a text in product.yaml", () => {
  test.each(productKeys)("at %s stays a text", async (key) => {
    let runs = 0;
    for (const text of texts) {
      await runProduct({ ...harmlessProduct, [key]: text });
      runs += 1;
    }

    expect(runs).toBe(texts.length);
  });
});

/** What a package has once, whatever its product is called; what a product may not say is refused. */
async function runProduct(stated: Product): Promise<void> {
  const diagnostics: Diagnostic[] = [];
  const source = createSource("product.yaml", stringify(stated));
  const read = readYaml(source, schema, createReporter(source, diagnostics))?.value;
  expectShowable(diagnostics);
  if (read === undefined) {
    expect(diagnostics.map(({ severity }) => severity)).toContain("error");
    return;
  }
  expect(read).toEqual(stated);
  await expectShared(read);
}

/** The files that a package has once say what the product says, and do nothing. */
async function expectShared(product: Product): Promise<void> {
  const model = buildPackage(product, [{ ...everyShape, ...product }], runtimeNames);
  const files = await emitPackage(model, shared, []);
  expect(await emitPackage(model, shared, [])).toEqual(files);

  const facts = (path: string) => {
    const file = parseModule(files.get(path) ?? "", path);
    expectInert(file, new Set([model.client, model.errorCode, model.errorGuard]));
    return readModule(file);
  };
  const { version, endpoint } = product;
  expect(facts("src/service.ts").constants).toEqual({
    service: { product: product.product, version, endpoint },
  });
  expect(facts("src/errors.ts").declarations).toEqual([
    `const ${model.errorCode}`,
    `type ${model.errorCode}`,
    `function ${model.errorGuard}`,
  ]);
  expect(facts("src/client.ts").declarations[0]).toBe(`class ${model.client}`);
  expect(facts("src/index.ts").imports).toHaveLength(4);
  expect(JSON.parse(files.get("package.json") ?? "")).toMatchObject({
    name: model.name,
    version: model.version,
    description: model.description,
  });
  // A description that has nothing to see is left out.
  const described = visibleText(model.description).trim() !== "";
  const [title, , ...rest] = await usualOutline();
  const expected = described ? await usualOutline() : [title, ...rest];
  expect(outlineOf(files.get("README.md") ?? "")).toEqual(expected);
}

let outline: readonly string[] | undefined;

/** The outline of a README that nobody wants to harm. */
async function usualOutline(): Promise<readonly string[]> {
  if (outline !== undefined) return outline;
  const model = buildPackage(harmlessProduct, [everyShape], runtimeNames);
  const files = await emitPackage(model, shared, []);
  return (outline = outlineOf(files.get("README.md") ?? ""));
}

function outlineOf(markdown: string): string[] {
  const tree = fromMarkdown(markdown);
  expect(JSON.stringify(tree)).not.toMatch(/"type":"(?:html|link|image|definition)"/);
  return tree.children.map((node) => (node.type === "heading" ? `h${node.depth}` : node.type));
}

describe("a text in a configuration", () => {
  const places: readonly (readonly [string, (text: string) => object])[] = [
    ...productKeys.map(
      (key) =>
        [
          `products[].${key}`,
          (text: string) => ({ products: [{ pages: "docs", ...harmlessProduct, [key]: text }] }),
        ] as const,
    ),
    ["products[].pages", (pages) => ({ products: [{ pages }] })],
    [
      "products[].output",
      (output) => ({ products: [{ pages: "docs", ...harmlessProduct, output }] }),
    ],
    ["specs", (specs) => ({ specs })],
    ["output", (output) => ({ output })],
    ["templates", (templates) => ({ templates })],
    ["languages[]", (language) => ({ languages: [language] })],
    ["lint.rules", (rule) => ({ lint: { rules: Object.fromEntries([[rule, "off"]]) } })],
    ["a key", (key) => Object.fromEntries([[key, "a"]])],
  ];

  test.each(places)("at %s is read as it is, or refused", async (_, withText) => {
    for (const text of texts) {
      const diagnostics: Diagnostic[] = [];
      const written = withText(text);
      const config = await parseConfig(written, "docwright.config.json", diagnostics);
      expectShowable(diagnostics);
      if (config === undefined) {
        expect(diagnostics.map(({ severity }) => severity)).toContain("error");
        continue;
      }
      // A rule of this name there cannot be.
      if (text !== "__proto__") expect(config).toEqual(written);
      expectPrinted(config);
    }
  });
});

/** A configuration that `docwright init` writes says the same in every format, and nothing else. */
function expectPrinted(config: Config): void {
  const yaml = parseDocument(printConfig(config, "yaml"));
  expect(yaml.errors).toEqual([]);
  expect(yaml.toJS()).toEqual(config);
  expect(JSON.parse(printConfig(config, "json"))).toMatchObject(config);
  for (const format of ["ts", "js"] as const) {
    const program = printConfig(config, format);
    const inside = program.slice(program.indexOf("defineConfig(") + 13, program.lastIndexOf(");"));
    expect(program).toMatch(/^import \{ defineConfig \} from "docwright";\n\nexport default /);
    expect(JSON.parse(inside)).toEqual(config);
    expect(parseModule(program, `a.${format}`).statements).toHaveLength(2);
  }
}
