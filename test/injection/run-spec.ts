import { expect } from "vitest";
import { parseDocument, visit } from "yaml";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import { renderDiagnostic } from "../../src/diagnostics/render-diagnostic.ts";
import { emitOperation } from "../../src/emit/emit-operation.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { joinPositions, writePositions } from "../../src/spec/positions.ts";
import { readOperation } from "../../src/spec/read-operation.ts";
import { writeOperation } from "../../src/spec/write-operation.ts";
import { createSource } from "../../src/text/source.ts";
import { materials } from "../emit/materials.ts";
import { expectHarmless } from "./expect-harmless.ts";

const modules = {
  templates: new Map(
    [...materials.templates].filter(([path]) => path.startsWith("src/operations/")),
  ),
};

/** What became of an operation on its way to a module. */
export type Outcome = "emitted" | "refused";

/**
 * An operation → YAML → operation → model → module, each held against the one before. What the spec does
 * not allow is refused with a finding that can be shown.
 */
export async function runSpec(operation: Operation): Promise<Outcome> {
  const yaml = writeOperation(operation);
  expectPlain(yaml, operation);
  return runYaml(yaml, operation);
}

/** The YAML of an operation, by whomever it was written → operation → model → module. */
export async function runYaml(yaml: string, operation: Operation): Promise<Outcome> {
  const diagnostics: Diagnostic[] = [];
  const source = createSource("operation.yaml", yaml);
  const read = readOperation(source, createReporter(source, diagnostics))?.value;
  expectShowable(diagnostics);
  if (read === undefined) {
    expect(diagnostics.map(({ severity }) => severity)).toContain("error");
    return "refused";
  }
  const positions = createSource("positions.json", writePositions(operation));
  const joined = joinPositions(read, positions, createReporter(positions, diagnostics));
  expect(diagnostics).toEqual([]);
  expect(joined).toEqual(JSON.parse(JSON.stringify(operation)));
  await runModel(joined, operation);
  return "emitted";
}

/** An operation → model → module, twice: once as it was read, once as it was before it was written. */
async function runModel(read: Operation, before: Operation): Promise<void> {
  const [files, again] = await Promise.all([emit(read), emit(before)]);
  const [path] = [...files.text.keys()];
  expect([...files.text.keys()]).toEqual([`src/operations/${files.model.module}.ts`]);
  expect(files.model.module).toMatch(/^[a-z0-9][a-z0-9-]*$/);
  expect(again.text).toEqual(files.text);
  expectHarmless(files.text.get(path ?? "") ?? "", files.model);
}

async function emit(operation: Operation) {
  const { product, version } = operation;
  const [model] = buildPackage({ product, version }, [operation], runtimeNames).operations;
  if (model === undefined) throw new Error("there is no model");
  return { model, text: await emitOperation(model, modules, []) };
}

/** YAML that says what it says: no tags, anchors or aliases, and no comment but our own. */
function expectPlain(yaml: string, operation: Operation): void {
  const document = parseDocument(yaml, { schema: "core", logLevel: "error" });
  expect(document.errors).toEqual([]);
  visit(document, {
    Alias: () => expect.fail("there is an alias"),
    Node: (_, node) => {
      const { anchor, tag, comment } = node as { anchor?: string; tag?: string; comment?: string };
      expect([anchor, tag, comment].filter((one) => typeof one === "string")).toEqual([]);
    },
  });
  const spec: unknown = JSON.parse(
    JSON.stringify(operation, (key, value: unknown) => (key === "line" ? undefined : value)),
  );
  expect(document.toJS()).toEqual(spec);
  expect(/[^\P{Cc}\n\t]|\p{Bidi_C}|\p{Cs}|[\u2028\u2029\uFEFF]/u.exec(yaml)).toBeNull();
}

/** Findings that a terminal shows and does not obey. */
export function expectShowable(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    expect(/[^\P{Cc}\n]|\p{Bidi_C}|\p{Cs}/u.exec(renderDiagnostic(diagnostic))).toBeNull();
  }
}
