import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { applyOverlay } from "../../src/spec/apply-overlay.ts";
import { overlay } from "../../src/spec/overlay.ts";
import { readYaml } from "../../src/spec/read-yaml.ts";
import { createSource } from "../../src/text/source.ts";
import { everyShape } from "../spec/every-shape.ts";
import { overlayPositions } from "./overlay-positions.ts";
import { expectShowable, runSpec } from "./run-spec.ts";
import { texts } from "./texts.ts";

const { pagination, waiter, ...plain } = everyShape;
const operation = { ...plain, request: plain.request.slice(2, 5), response: [], samples: [] };

describe("a text in an overlay", () => {
  test.each(overlayPositions)("at $where stays a text", async ({ withText }) => {
    let runs = 0;
    for (const text of texts) {
      await runOverlay(stringify({ actions: [withText(text)] }));
      runs += 1;
    }

    expect(runs).toBe(texts.length);
  });
});

test("without harm, each overlay changes something", async () => {
  for (const { where, withText, harmless } of overlayPositions) {
    expect(await runOverlay(stringify({ actions: [withText(harmless)] })), where).toBe("emitted");
  }
});

/** An overlay, as YAML → another spec → module; or a finding, and the spec stays as it was. */
async function runOverlay(yaml: string): Promise<"emitted" | "refused"> {
  const diagnostics: Diagnostic[] = [];
  const source = createSource("overlays/a.yaml", yaml);
  const report = createReporter(source, diagnostics);
  const [action] = readYaml(source, overlay, report)?.value.actions ?? [];
  const span = { start: 0, end: 0 };
  const changed =
    action === undefined
      ? operation
      : applyOverlay(operation, action, { span, change: span, report });
  expectShowable(diagnostics);
  if (changed !== operation) {
    // What no finding speaks against is a spec.
    expect(await runSpec(changed)).toBe("emitted");
    return "emitted";
  }
  expect(diagnostics.map(({ severity }) => severity)).toContain("error");
  return "refused";
}
