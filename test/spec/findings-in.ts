import type { Report } from "../../src/diagnostics/diagnostic.ts";
import { locate, createSource, type Source } from "../../src/text/source.ts";

/** What reading a text finds: a code, a place, and the facts of the message. */
export type Finding = readonly [code: string, place: string, facts: object];

/** Reads a text, and says what was found in it and where, in the order of the reports. */
export function findingsIn(text: string, read: (source: Source, report: Report) => unknown) {
  const findings: Finding[] = [];
  const source = createSource("file.yaml", text);
  read(source, (code, { start }, facts) => {
    const { line, column } = locate(source, start);
    findings.push([code, `${line}:${column}`, facts]);
  });
  return findings;
}
