import type { WaiterModel } from "../model/package-model.ts";
import { code, join, type Code } from "./emitters/code.ts";
import { stringLiteral } from "./emitters/string-literal.ts";
import { printPath } from "./print-pagination.ts";

/** Which states answers tell, member by member, as the runtime takes it. */
export function printWaiter({ waiter: { state, settled, failed } }: WaiterModel): Code[] {
  const list = (states: readonly string[]) => code`[${join(states.map(stringLiteral), ", ")}]`;
  return [
    code`state: ${printPath(state)}`,
    code`settled: ${list(settled)}`,
    ...(failed === undefined ? [] : [code`failed: ${list(failed)}`]),
  ];
}
