import type { Operation } from "../spec/operation.ts";
import type { Sides } from "./build-paginator.ts";
import { pascalCase } from "../words/case.ts";
import type { WaiterModel } from "./package-model.ts";
import { propertyAt } from "./property-at.ts";

/** The function that waits for a state that the operation's answers tell, if they tell one. */
export function buildWaiter(
  { action, waiter }: Pick<Operation, "action" | "waiter">,
  { names, locals, response }: Sides,
): WaiterModel | undefined {
  if (waiter === undefined) return undefined;
  const type = propertyAt(response, waiter.state)?.type;
  const values = type?.kind === "string" ? type.values : undefined;
  return {
    name: names.claim(`waitFor${pascalCase(action)}`),
    constant: locals.claim("waiter"),
    waiter,
    ...(values === undefined ? {} : { values }),
  };
}
