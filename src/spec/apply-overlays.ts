import { join } from "node:path";
import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { defaultLimits, type Limits } from "../text/limits.ts";
import type { Source, Span } from "../text/source.ts";
import { applyOverlay } from "./apply-overlay.ts";
import type { Operation } from "./operation.ts";
import { overlay as overlaySchema, type OverlayAction } from "./overlay.ts";
import { readYaml } from "./read-yaml.ts";
import { suggest } from "./suggest.ts";
import { yamlFiles } from "./yaml-files.ts";

/** The operations that overlays can target. */
export interface OverlaidOperations {
  readonly actions: readonly string[];
  readonly read: (action: string) => Operation;
  /** Operations omitted for another reason; overlay actions on them are ignored. */
  readonly absent?: ReadonlySet<string>;
  /** The limits of an overlay file. */
  readonly limits?: Limits;
}

/** An action that has changed an operation. */
export interface AppliedAction {
  readonly action: OverlayAction;
  /** The overlay's file, and the range of the action's target in it. */
  readonly source: Source;
  readonly span: Span;
  readonly before: Operation;
  readonly after: Operation;
}

const verbs = ["update", "retype", "add", "remove"] as const;

/**
 * Applies the overlays of a product folder, and returns the changed operations.
 *
 * `applied` is called for each action.
 */
export async function applyOverlays(
  folder: string,
  { actions, read, absent, limits = defaultLimits }: OverlaidOperations,
  diagnostics: Diagnostic[],
  applied: (one: AppliedAction) => void = () => undefined,
): Promise<Map<string, Operation>> {
  const known = new Set(actions);
  const changed = new Map<string, Operation>();
  for (const source of await yamlFiles(join(folder, "overlays"), limits, diagnostics)) {
    const report = createReporter(source, diagnostics);
    const overlay = readYaml(source, overlaySchema, report);
    overlay?.value.actions.forEach((action, index) => {
      const span = overlay.spanOf(["actions", index, "target"]);
      const name = action.target.operation;
      if (absent?.has(name) === true) return;
      if (known.has(name)) {
        const verb = verbs.find((one) => action[one] !== undefined) ?? "target";
        const change = overlay.spanOf(["actions", index, verb]);
        const place = { span, change, report };
        const before = changed.get(name) ?? read(name);
        const after = applyOverlay(before, action, place);
        changed.set(name, after);
        if (after !== before) applied({ action, source, span, before, after });
      } else {
        const near = suggest(name, actions) ?? actions.join(", ");
        report("overlay/no-target", span, { target: `operation ${name}`, known: near });
      }
    });
  }
  return changed;
}
