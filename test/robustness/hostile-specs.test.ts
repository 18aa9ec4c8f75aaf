import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument, stringify } from "yaml";
import { parseConfig, validateConfig } from "../../src/config/load-config.ts";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../../src/diagnostics/render-diagnostic.ts";
import { RequestError } from "../../src/runtime/index.ts";
import { parseEndpoint } from "../../src/runtime/transports/parse-endpoint.ts";
import { applyOverlay } from "../../src/spec/apply-overlay.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { overlay as overlaySchema } from "../../src/spec/overlay.ts";
import { product as productSchema } from "../../src/spec/product-schema.ts";
import { readOperation } from "../../src/spec/read-operation.ts";
import { readYaml } from "../../src/spec/read-yaml.ts";
import { writeOperation } from "../../src/spec/write-operation.ts";
import { createSource } from "../../src/text/source.ts";
import { payloads } from "../emit/payloads.ts";
import { everyShape } from "../spec/every-shape.ts";
import { hostileTexts } from "../spec/hostile-texts.ts";
import { generatedOperation } from "./generated-operation.ts";
import { propertyRuns } from "./property-runs.ts";

const text = fc.oneof(
  fc.constantFrom(...payloads, ...hostileTexts.filter(({ length }) => length < 1000)),
  fc.string({ unit: "binary", maxLength: 12 }),
);

/** Keys that specs have, and such as objects have by themselves. */
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...keysOf(everyShape)) },
  { weight: 1, arbitrary: fc.constantFrom("__proto__", "constructor", "toString", "then", "<<") },
  { weight: 1, arbitrary: text },
);

const scalar = fc.oneof(
  text,
  fc.constantFrom("object", "array", "string", "map", "flat", "json", "comma", "requiredWhen", "1"),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

/** What a file of YAML may say. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map(Object.fromEntries),
  ),
}));

/** A change of one value within another, wherever that may be. */
const change = fc.record({ steps: fc.array(fc.nat(40), { maxLength: 7 }), value, key });
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changed(whole: unknown, { steps, value: wanted, key: added }: Change): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof whole !== "object" || whole === null) return wanted;
  const entries = Object.entries(whole as Record<string, unknown>);
  const at = step % (entries.length + 1);
  const inside = entries.map(([name, inner], index): [string, unknown] =>
    index === at
      ? [name, changed(inner, { steps: rest, value: wanted, key: added })]
      : [name, inner],
  );
  if (at === entries.length) inside.push([added, wanted]);
  return Array.isArray(whole) ? inside.map(([, inner]) => inner) : Object.fromEntries(inside);
}

function keysOf(whole: unknown): string[] {
  const found = new Set<string>();
  JSON.stringify(whole, (name, inner: unknown) => {
    found.add(name);
    return inner;
  });
  return [...found].filter((name) => !/^\d*$/.test(name));
}

/** Reads a file, and expects that it says where each thing stands that it finds. */
function reading<Read>(
  written: string,
  read: (source: ReturnType<typeof createSource>, diagnostics: Diagnostic[]) => Read,
): { result: Read; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const source = createSource("file.yaml", written);
  const result = read(source, diagnostics);
  expectPlaced(diagnostics);
  return { result, diagnostics };
}

function expectPlaced(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { source, span } = diagnostic;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(source.text.length);
    expect(renderDiagnostic(diagnostic)).toContain(diagnostic.code);
  }
}

function readSpec(written: string) {
  const { result, diagnostics } = reading(written, (source, found) =>
    readOperation(source, createReporter(source, found)),
  );
  return { operation: result?.value, diagnostics };
}

/** Expects that an operation is one, and that its file says what it was written from. */
function expectValid(operation: Operation): void {
  const written = writeOperation(operation);
  const again = readSpec(written);
  expect(again.diagnostics).toEqual([]);
  expect(again.operation && writeOperation(again.operation)).toBe(written);
}

/** Values as YAML and as JSON, which is YAML, too. */
const writers = fc.constantFrom(
  (one: unknown) => stringify(one),
  (one: unknown) => JSON.stringify(one ?? null),
);

const plain = Object.getOwnPropertyNames(Object.prototype).join();

describe("whatever stands in a file", { timeout: 300_000 }, () => {
  test("of an operation, it is one that is written as it is read, or a finding with its place", () => {
    const base = fc.oneof(fc.constant(everyShape), generatedOperation);
    const property = fc.property(
      base,
      fc.array(change, { maxLength: 3 }),
      writers,
      (operation, changes, write) => {
        const { operation: read, diagnostics } = readSpec(
          write(changes.reduce<unknown>(changed, operation)),
        );
        if (read === undefined) expect(diagnostics).not.toEqual([]);
        else expectValid(read);
        expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(plain);
      },
    );
    fc.assert(property, propertyRuns(400));
  });

  test("of an overlay, the operation is still one, or as it was", () => {
    const target = fc.oneof(
      fc.constantFrom(
        ...[{}, { request: "" }, { error: "" }].map((one) => ({ operation: "A", ...one })),
      ),
      fc.constantFrom(...paths(everyShape.request)).map((request) => ({ operation: "A", request })),
      fc
        .constantFrom(...paths(everyShape.response))
        .map((response) => ({ operation: "A", response })),
      fc.constantFrom(...everyShape.errors).map(({ code }) => ({ operation: "A", error: code })),
      text.map((request) => ({ operation: "A", request })),
    );
    const keys = fc.array(fc.tuple(key, value), { maxLength: 4 }).map(Object.fromEntries);
    const action = fc
      .tuple(target, fc.constantFrom("update", "retype", "add", "remove"), fc.oneof(keys, value))
      .map(([where, verb, what]) => ({
        target: where,
        because: "of a test",
        [verb]: verb === "remove" ? true : (what as unknown),
      }));
    const property = fc.property(
      fc.array(action, { maxLength: 4 }),
      fc.array(change, { maxLength: 1 }),
      writers,
      (actions, changes, write) => {
        const written = write(changes.reduce<unknown>(changed, { actions }));
        reading(written, (source, found) => {
          const report = createReporter(source, found);
          const read = readYaml(source, overlaySchema, report);
          if (read === undefined) {
            expect(found).not.toEqual([]);
            return;
          }
          const span = { start: 0, end: 0 };
          const result = read.value.actions.reduce<Operation>(
            (operation, one) => applyOverlay(operation, one, { span, change: span, report }),
            everyShape,
          );
          expectValid(result);
        });
        expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(plain);
      },
    );
    fc.assert(property, propertyRuns(1000));
  });

  test("of a product, it is one whose endpoint is called by https, or a finding with its place", () => {
    const facts = fc.record(
      {
        product: fc.oneof(fc.constant("Shop"), text),
        version: fc.oneof(fc.constant("2024-05-06"), text),
        endpoint: fc.oneof(
          text,
          fc
            .array(fc.constantFrom(..."a 1 . - : / @ ? # \\ [ ] % _ é \n http: //".split(" ")), {
              maxLength: 8,
            })
            .map((some) => some.join("")),
        ),
        package: text,
        packageVersion: text,
        description: text,
      },
      { requiredKeys: ["product", "version"] },
    );
    const property = fc.property(facts, fc.array(change, { maxLength: 1 }), (all, changes) => {
      const written = stringify(changes.reduce<unknown>(changed, all));
      const { result, diagnostics } = reading(written, (source, found) =>
        readYaml(source, productSchema, createReporter(source, found)),
      );
      if (result === undefined) expect(diagnostics).not.toEqual([]);
      const endpoint = result?.value.endpoint;
      if (endpoint === undefined) return;
      try {
        const { secure, host } = parseEndpoint(endpoint);
        expect(secure).toBe(true);
        expect(host).not.toMatch(/[^a-z0-9.:-]/);
      } catch (error) {
        // Such as 1.2.3.4.5, which is no host for all that it looks like one.
        expect(error).toBeInstanceOf(RequestError);
      }
    });
    fc.assert(property, propertyRuns(1000));
  });

  test("of a configuration, it is one, or a finding with its place", async () => {
    const config = { products: [{ pages: "docs", specs: "s", package: "p" }], out: "generated" };
    const property = fc.asyncProperty(
      fc.array(change, { maxLength: 3 }),
      writers,
      async (changes, write) => {
        const changedConfig = changes.reduce<unknown>(changed, config);
        const diagnostics: Diagnostic[] = [];
        const source = createSource("docwright.config.yaml", write(changedConfig));
        const read = await validateConfig(source, diagnostics);
        const parsed = await parseConfig(changedConfig, "docwright.config.ts", diagnostics);
        expectPlaced(diagnostics);
        if (read === undefined || parsed === undefined) expect(diagnostics).not.toEqual([]);
      },
    );
    await fc.assert(property, propertyRuns(400));
  });

  test("that is any text, it is read or found wrong, and so are pieces of YAML", () => {
    const pieces = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ..."a: |- |\n |\n\n|- |? |: |[|]|{|}|, |&a |*a |!!js/function |!t ".split("|"),
          ),
          fc.constantFrom(
            "<<: ",
            "--- ",
            "... ",
            "%YAML 1.1\n",
            "# ",
            "|\n ",
            ">-\n ",
            "\t",
            '"',
            "'",
          ),
          key,
          text,
        ),
        { maxLength: 15 },
      )
      .map((some) => some.join(""));
    const property = fc.property(pieces, (written) => {
      for (const schema of [overlaySchema, productSchema]) {
        const { result, diagnostics } = reading(written, (source, found) =>
          readYaml<unknown>(source, schema, createReporter(source, found)),
        );
        if (result === undefined) expect(diagnostics).not.toEqual([]);
      }
      const { operation, diagnostics } = readSpec(written);
      if (operation === undefined) expect(diagnostics).not.toEqual([]);
    });
    fc.assert(property, propertyRuns(1000));
  });
});

function paths(members: Operation["request"], before = ""): string[] {
  return members.flatMap((member) => {
    const path = `${before}${member.name}`;
    return [
      path,
      `${path}.New`,
      ...(member.type === "object" ? paths(member.members, `${path}.`) : []),
    ];
  });
}

test("what a spec of every shape says is what its YAML says", () => {
  expect(parseDocument(writeOperation(everyShape)).errors).toEqual([]);
  expectValid(everyShape);
});
