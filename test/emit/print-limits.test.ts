import { expect, test } from "vitest";
import { printLimits } from "../../src/emit/print-limits.ts";
import type { LimitsModel } from "../../src/model/package-model.ts";

const cases: readonly (readonly [given: Omit<LimitsModel, "name">, want: string])[] = [
  [{ values: ["a", '"'] }, `{ values: ["a", '"'] }`],
  [{ length: { min: 2, max: 8 } }, "{ length: { min: 2, max: 8 } }"],
  [{ range: { min: -1.5, line: 3 } }, "{ range: { min: -1.5 } }"],
  [{ count: { max: 3 } }, "{ count: { max: 3 } }"],
  [{ pattern: "^a/b$" }, String.raw`{ pattern: /^a\/b$/u }`],
  [{ length: { max: 8 }, pattern: "a" }, "{ length: { max: 8 }, pattern: /^(?:a)$/u }"],
];

test.each(cases)("%j is written %s", (given, want) => {
  expect(printLimits({ name: "nameLimits", ...given })).toBe(want);
});
