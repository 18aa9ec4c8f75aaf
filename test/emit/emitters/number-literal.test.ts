import { expect, test } from "vitest";
import { numberLiteral } from "../../../src/emit/emitters/number-literal.ts";
import { evaluate } from "./evaluate.ts";
import { texts } from "./texts.ts";

test.each([0, -0, 1.5, -1, 1e21, 1e-7, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE, 5e-324])(
  "%d comes back",
  (number) => {
    // There is one zero in a spec.
    expect(evaluate(numberLiteral(number))).toBe(number + 0);
  },
);

test.each([Infinity, -Infinity, NaN])("%d has no literal", (number) => {
  expect(() => numberLiteral(number)).toThrow("not a finite number");
});

test("what is no number does not get there, whatever its type claims", () => {
  for (const text of [...texts, "1", "1;CANARY()", ["1"], { valueOf: () => 1 }, true, null]) {
    expect(() => numberLiteral(text as number)).toThrow("not a finite number");
  }
});
