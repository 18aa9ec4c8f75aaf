import { stringify } from "yaml";
import { deepestLevel } from "./print-document.ts";

/** A value that stands on one line, as JSON, which YAML takes as it is. */
class Line {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** Prints a document as YAML; its deepest values stand on one line each. */
export function printDocumentYaml(document: unknown): string {
  return stringify(limitLevels(document, deepestLevel), {
    aliasDuplicateObjects: false,
    compat: "yaml-1.1",
    customTags: (tags) => [
      ...tags,
      {
        tag: "tag:docwright,2026:line",
        default: true,
        identify: (value) => value instanceof Line,
        resolve: (value: string) => value,
        stringify: ({ value }) => (value instanceof Line ? JSON.stringify(value.value) : ""),
      },
    ],
  });
}

function limitLevels(value: unknown, levels: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (levels === 0) return new Line(value);
  if (Array.isArray(value)) return value.map((one: unknown) => limitLevels(one, levels - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, limitLevels(one, levels - 1)]),
  );
}
