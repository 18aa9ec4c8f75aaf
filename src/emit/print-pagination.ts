import type { PaginatorModel, WaiterModel } from "../model/package-model.ts";
import { code, join, type Code } from "./emitters/code.ts";
import { numberLiteral } from "./emitters/number-literal.ts";
import { stringLiteral } from "./emitters/string-literal.ts";

/** Prints the pagination of a list for the runtime, member by member. */
export function printPagination({ pagination, text }: PaginatorModel): Code[] {
  const { size, items } = pagination;
  const common = [
    ...(size === undefined ? [] : [code`size: ${stringLiteral(size)}`]),
    code`items: ${printPath(items)}`,
  ];
  switch (pagination.kind) {
    case "number":
      return [
        code`kind: "number"`,
        code`page: ${stringLiteral(pagination.page)}`,
        ...(text ? [code`text: true`] : []),
        code`first: ${numberLiteral(pagination.first)}`,
        ...common,
        ...(pagination.total === undefined ? [] : [code`total: ${printPath(pagination.total)}`]),
      ];
    case "token":
      return [
        code`kind: "token"`,
        code`token: ${stringLiteral(pagination.token)}`,
        code`next: ${printPath(pagination.next)}`,
        ...common,
        ...(pagination.more === undefined ? [] : [code`more: ${printPath(pagination.more)}`]),
      ];
  }
}

/** Prints a path of the spec as a list of names. */
function printPath(path: string): Code {
  return code`[${join(path.split(".").map(stringLiteral), ", ")}]`;
}

/** Prints the states of a waiter for the runtime, member by member. */
export function printWaiter({ waiter: { state, settled, failed } }: WaiterModel): Code[] {
  const list = (states: readonly string[]) => code`[${join(states.map(stringLiteral), ", ")}]`;
  return [
    code`state: ${printPath(state)}`,
    code`settled: ${list(settled)}`,
    ...(failed === undefined ? [] : [code`failed: ${list(failed)}`]),
  ];
}
