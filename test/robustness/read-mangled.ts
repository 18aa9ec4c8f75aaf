import { expect } from "vitest";
import { deriveOperation } from "../../src/derive/derive-operation.ts";
import { createSiblings } from "../../src/derive/siblings/create-siblings.ts";
import { gatherEvidence } from "../../src/derive/siblings/gather-evidence.ts";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../../src/diagnostics/render-diagnostic.ts";
import { readText } from "../../src/markdown/read-prose.ts";
import { parsePage } from "../../src/corpus/read-operation-page.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { walkMembers } from "../../src/spec/member-path.ts";
import { commonParameters } from "../../src/spec/protocol-names.ts";
import { createSource } from "../../src/text/source.ts";

/** Reads a page, however mangled, and holds what must be so of every page. */
export function expectReadable(text: string): void {
  const { operation, diagnostics } = read(text);

  for (const diagnostic of diagnostics) {
    const { source, span } = diagnostic;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(source.text.length);
    expect(renderDiagnostic(diagnostic)).toContain(diagnostic.code);
  }
  if (operation !== undefined) expect(lostRows(text, operation, diagnostics)).toEqual([]);
  const again = read(text);
  expect(JSON.stringify(again.operation)).toBe(JSON.stringify(operation));
  expect(again.diagnostics.map(facts)).toEqual(diagnostics.map(facts));
}

/** Reads a page as `docwright inspect` does, with all that the stages between do. */
function read(text: string): { operation: Operation | undefined; diagnostics: Diagnostic[] } {
  const source = createSource("page.md", text);
  const diagnostics: Diagnostic[] = [];
  const report = createReporter(source, diagnostics);
  const page = parsePage(source, report);
  const evidence = gatherEvidence(page, "page.md");
  const siblings = createSiblings([evidence])(evidence);
  return { operation: deriveOperation(page, { page: "page.md", siblings }, report), diagnostics };
}

function facts({ code, message, span, row }: Diagnostic) {
  return { code, message, span, row };
}

/** The names of table rows that are neither in the operation nor in a finding. */
function lostRows(
  text: string,
  operation: Operation,
  diagnostics: readonly Diagnostic[],
): string[] {
  const source = createSource("page.md", text);
  const page = parsePage(source, () => undefined);
  const reported = new Set(diagnostics.map(({ row }) => row));
  const sides = [
    { rows: page.request, names: new Set([...namesOf(operation.request), ...commonParameters]) },
    { rows: page.response, names: namesOf(operation.response) },
    { rows: page.errors, names: new Set(operation.errors.map(({ code }) => code)) },
  ];
  return sides.flatMap(({ rows, names }) =>
    rows
      .map(({ key }) => readText(key).replace(depthMarks, ""))
      .filter((row) => !reported.has(row) && !names.has(row) && !names.has(lastPart(row))),
  );
}

/** What stands before the names of nested members. */
const depthMarks = /^[└├─│∟┗\s>]+/;

function namesOf(members: Operation["request"]): Set<string> {
  return new Set([...walkMembers(members)].map(({ member }) => member?.name ?? ""));
}

/** The part of a dotted name that names the member itself. */
function lastPart(row: string): string {
  return row.replaceAll(/\.(?:[NnMm]|\d+)(?=\.|$)/g, "").replace(/^.*\./, "");
}
