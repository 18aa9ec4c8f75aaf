import type { OperationModel, PackageModel, WaiterModel } from "../model/package-model.ts";
import type { Asynchronous } from "../spec/operation.ts";
import type { Code } from "./emitters/code.ts";
import { printExample } from "./print-example.ts";

/**
 * What the files that a package has once show of an operation. Plain data: as JSON it can be kept, so that
 * they can be emitted without the models of all operations.
 */
export interface OperationSummary {
  /** Name on the wire. */
  readonly action: string;
  readonly summary?: string;
  /** File name of the module, without its ending. */
  readonly module: string;
  readonly functionName: string;
  readonly guard: string;
  /** The types of its request and response. */
  readonly request: string;
  readonly response: string;
  /** The page says not to use it any more. */
  readonly deprecated: boolean;
  /** The page, relative to the product's folder. */
  readonly page: string;
  /** The operation that tells how far its work is, where it answers before that is done. */
  readonly asynchronous?: Asynchronous;
  readonly paginator?: string;
  readonly waiter?: Pick<WaiterModel, "name" | "waiter" | "values">;
  /** The error codes that its page documents. */
  readonly errorCodes: readonly string[];
  /** A request with what it has to have, for the usage example. */
  readonly example: Code;
}

/** What the files that a package has once show of it. */
export interface PackageSummary extends Omit<PackageModel, "operations"> {
  /** In the order of the model's. */
  readonly operations: readonly OperationSummary[];
}

/** What other files than its own show of an operation. */
export function summarize(operation: OperationModel): OperationSummary {
  const { action, summary, module, functionName, guard, request, response, page } = operation;
  const { asynchronous, deprecated, paginator, waiter } = operation;
  return {
    action,
    ...(summary === undefined ? {} : { summary }),
    module,
    functionName,
    guard,
    request: request.name,
    response: response.name,
    deprecated,
    page,
    ...(asynchronous === undefined ? {} : { asynchronous }),
    ...(paginator === undefined ? {} : { paginator: paginator.name }),
    ...(waiter === undefined ? {} : { waiter: pickWaiter(waiter) }),
    errorCodes: operation.errorCodes.entries.map(({ code }) => code),
    example: printExample(request),
  };
}

function pickWaiter({
  name,
  waiter,
  values,
}: WaiterModel): NonNullable<OperationSummary["waiter"]> {
  return { name, waiter, ...(values === undefined ? {} : { values }) };
}
