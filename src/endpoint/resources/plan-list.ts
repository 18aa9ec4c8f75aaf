import type { Operation } from "../../spec/operation.ts";
import type { Resources } from "./keep-resources.ts";
import type { ListPlan } from "./list-plan.ts";

/** The most that can be made at once. */
const MOST = 1_000_000;

/**
 * Plans how an action lists its resources.
 *
 * @throws {Error} There is no such action, it lists none, or a number is none; the message says what there is.
 */
export function planList(
  resources: Resources,
  operations: readonly Operation[],
  action: string,
  plan: ListPlan,
): void {
  checkNumbers(plan);
  const listed = operations
    .filter((operation) => operation.action === action)
    .flatMap((operation) => resources.model().partOf(operation) ?? [])
    .filter(({ role }) => role === "list");
  if (listed.length === 0) {
    const lists = resources.model().resources.flatMap((one) => one.operations.list);
    const names = lists.map((operation) => operation.action).join(", ");
    throw new Error(
      `There is no action ${action} that lists resources. There is ${names === "" ? "none" : names}.`,
    );
  }
  for (const { resource } of listed) resources.plan(resource, plan);
}

function checkNumbers(plan: ListPlan): void {
  for (const key of ["count", "add", "remove", "emptyPage", "afterPage"] as const) {
    const number = plan[key] ?? 1;
    const least = key.endsWith("Page") ? 1 : 0;
    if (Number.isSafeInteger(number) && number >= least && number <= MOST) continue;
    throw new Error(`${key} is a whole number from ${least} to ${MOST}, not ${number}.`);
  }
}
