import type { Report } from "../diagnostics/diagnostic.ts";
import { locate, type Source } from "../text/source.ts";
import { findInconsistencies, type Inconsistency } from "./find-inconsistencies.ts";
import { operation as schema } from "./operation-schema.ts";
import type { Operation } from "./operation.ts";
import { readYaml, type Located } from "./read-yaml.ts";
import { showKeyPath } from "./show-key-path.ts";

/** Reads an operation's YAML; reports errors and returns `undefined` where it is not valid. */
export function readOperation(source: Source, report: Report): Located<Operation> | undefined {
  const located = readYaml(source, schema, report);
  if (located === undefined) return undefined;
  const inconsistencies = [...findInconsistencies(located.value)];
  for (const found of inconsistencies) reportInconsistency(found, { source, located, report });
  return inconsistencies.length === 0 ? located : undefined;
}

interface Place {
  readonly source: Source;
  readonly located: Located<Operation>;
  readonly report: Report;
}

function reportInconsistency(found: Inconsistency, { source, located, report }: Place): void {
  const span = located.spanOf(found.at);
  switch (found.kind) {
    case "duplicate": {
      const { line } = locate(source, located.spanOf(found.first).start);
      report("spec/duplicate-member", span, { path: found.name, line });
      return;
    }
    case "unknown-member":
      report("spec/unknown-member", span, { path: found.path });
      return;
    case "unfit":
      report("spec/invalid", span, { path: showKeyPath(found.at), reason: found.reason });
  }
}
