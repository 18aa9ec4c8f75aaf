import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { locate, type Source, type Span } from "../text/source.ts";
import { rules } from "./rules.ts";

/** The tool that produced the diagnostics. */
export interface Tool {
  readonly version: string;
}

/**
 * Prints diagnostics in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), for
 * code review tools. Paths are relative to the working directory, `%SRCROOT%`; columns are UTF-16
 * code units.
 */
export function printSarif(diagnostics: readonly Diagnostic[], { version }: Tool): Log {
  const codes = [
    ...new Set([...rules.map(({ code }) => code), ...diagnostics.map(({ code }) => code)]),
  ];
  const indices = new Map(codes.map((code, index) => [code, index]));
  const summaries = new Map(rules.map(({ code, summary }) => [code, summary]));
  return {
    version: "2.1.0",
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      {
        tool: {
          driver: {
            name: "docwright",
            semanticVersion: version,
            rules: codes.map((code): ReportingDescriptor => {
              const summary = summaries.get(code);
              return {
                id: code,
                ...(summary === undefined ? {} : { shortDescription: { text: summary } }),
              };
            }),
          },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((one) => resultOf(one, indices.get(one.code) ?? 0)),
      },
    ],
  };
}

function resultOf(
  { code, severity, message, source, span, row, related = [] }: Diagnostic,
  ruleIndex: number,
): Result {
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: message },
    locations: [locationOf(source, span)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id,
            ...locationOf(one.source, one.span),
            message: { text: one.message },
          })),
        }),
    // Lines move; the message and its row are stable.
    partialFingerprints: { "docwright/v1": [code, source.path, row ?? "", message].join("|") },
  };
}

function locationOf(source: Source, span: Span): Location {
  const [start, end] = [locate(source, span.start), locate(source, Math.max(span.start, span.end))];
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(source.path), uriBaseId: "%SRCROOT%" },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
  };
}

/** Encodes a path as a relative URI, because folder names may be in any script. */
function uriOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
