import type { OperationModel, PackageModel, WaiterModel } from "../model/package-model.ts";
import type { Asynchronous } from "../spec/operation.ts";
import type { Code } from "./emitters/code.ts";
import { printExample } from "./print-example.ts";

/**
 * The data of an operation that a package's shared files need.
 *
 * It is JSON, so that it can be cached and shared files need not load the models of all operations.
 */
export interface OperationSummary {
  /** Name on the wire. */
  readonly action: string;
  readonly summary?: string;
  /** File name of the module, without its extension. */
  readonly module: string;
  readonly functionName: string;
  readonly guard: string;
  /** The types of its request and response. */
  readonly request: string;
  readonly response: string;
  /** The page marks the operation as deprecated. */
  readonly deprecated: boolean;
  /** The page, relative to the product folder. */
  readonly page: string;
  /** The operation that reports progress, where this one responds before its work is done. */
  readonly asynchronous?: Asynchronous;
  readonly paginator?: string;
  readonly waiter?: Pick<WaiterModel, "name" | "waiter" | "values">;
  /** Error codes documented on its page. */
  readonly errorCodes: readonly string[];
  /** A request with its required members, for the usage example. */
  readonly example: Code;
}

/** The data of a package that its shared files need. */
export interface PackageSummary extends Omit<PackageModel, "operations"> {
  /** In the order of the model. */
  readonly operations: readonly OperationSummary[];
}

/** Extracts the data of an operation that a package's shared files need. */
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
