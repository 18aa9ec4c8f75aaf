import { expect } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../../src/diagnostics/render-diagnostic.ts";
import { readText as textOf } from "../../src/markdown/read-prose.ts";
import type { DerivedPage } from "../../src/corpus/derive-page.ts";
import { readFacts } from "../../src/corpus/load-page.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { walkMembers } from "../../src/spec/member-path.ts";
import { commonParameters } from "../../src/spec/protocol-names.ts";
import { createSource } from "../../src/text/source.ts";
import { readText } from "../corpus/read-text.ts";

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

/** Reads a page as a build does, with all that the stages between do. */
function read(text: string): DerivedPage {
  return readText(createSource("page.md", text));
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
  const { page } = readFacts(createSource("page.md", text));
  const reported = new Set(diagnostics.map(({ row }) => row));
  const sides = [
    { rows: page.request, names: new Set([...namesOf(operation.request), ...commonParameters]) },
    { rows: page.response, names: namesOf(operation.response) },
    { rows: page.errors, names: new Set(operation.errors.map(({ code }) => code)) },
  ];
  return sides.flatMap(({ rows, names }) =>
    rows
      .map(({ key }) => textOf(key).replace(depthMarks, ""))
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
