import type { Report } from "../diagnostics/diagnostic.ts";
import type { Limits } from "../text/limits.ts";
import { countLevels } from "./count-levels.ts";
import type { SampleBlock } from "./page.ts";

/** Whether a sample is no deeper than samples may be; one that is deeper is reported at its deepest place. */
export function isWithinLimits(sample: SampleBlock, limits: Limits, report: Report): boolean {
  const { levels: found, at } = countLevels(sample);
  const { sampleNesting: allowed } = limits;
  if (found <= allowed) return true;
  const start = sample.body.span.start + at;
  report("limit/sample-nesting", { start, end: start + 1 }, { found, allowed });
  return false;
}
