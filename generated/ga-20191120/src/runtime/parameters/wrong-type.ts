import { describeType } from "./describe-type.ts";
import type { Fault } from "./fault.ts";

/** Of a value that is not what is expected. */
export function wrongType(value: unknown, expected: string): Fault {
  return { rule: "type", text: `must be ${expected}, not ${describeType(value)}` };
}
