import { buildErrorCodes } from "../model/build-error-codes.ts";
import { commonErrors } from "../spec/protocol-names.ts";
import { code, type Code } from "./emitters/code.ts";
import { docComment } from "./emitters/doc-comment.ts";
import { hostLiteral } from "./emitters/host-literal.ts";
import { identifier } from "./emitters/identifier.ts";
import { jsonText } from "./emitters/json-text.ts";
import { markdownCellCode, markdownText } from "./emitters/markdown-text.ts";
import { propertyKey } from "./emitters/property-key.ts";
import { pathSegment } from "./emitters/path-segment.ts";
import { stringLiteral } from "./emitters/string-literal.ts";
import { functionDoc, paginatorDoc, waiterDoc } from "./function-doc.ts";
import type { OperationSummary, PackageSummary } from "./summarize.ts";

/** The view of the templates that a package renders once. */
export interface PackageView {
  readonly json: { readonly name: Code; readonly version: Code; readonly description: Code };
  readonly title: Code;
  readonly description: Code;
  readonly api: Code;
  readonly module: Code;
  readonly product: Code;
  readonly apiVersion: Code;
  readonly endpoint: readonly Code[];
  readonly client: Code;
  readonly clientDoc: Code;
  /** Runtime types of the client, besides those of every call. */
  readonly clientTypes: readonly Code[];
  /** The test command, where the package has tests. */
  readonly tests: readonly Code[];
  readonly operations: readonly PackageOperationView[];
  /** Error codes that a page documents or any call can return. */
  readonly errorCodes: {
    readonly doc: Code;
    readonly typeDoc: Code;
    readonly name: Code;
    readonly entries: readonly { readonly key: Code; readonly value: Code }[];
    readonly guard: Code;
    readonly guardDoc: Code;
  };
  /** The first paginator method and the first waiter method. */
  readonly paginatorUsage: readonly MethodUsage[];
  readonly waiterUsage: readonly MethodUsage[];
  /** The first operation, for the usage example. */
  readonly usage: readonly {
    readonly method: Code;
    readonly request: Code;
    readonly guard: Code;
  }[];
}

interface MethodUsage {
  readonly method: Code;
  readonly request: Code;
}

interface PackageOperationView {
  readonly module: Code;
  readonly functionName: Code;
  readonly request: Code;
  readonly response: Code;
  readonly doc: Code;
  /** Imports of the client from the operation's module, besides the function and its types. */
  readonly companions: readonly Code[];
  readonly paginators: readonly CompanionView[];
  readonly waiters: readonly (CompanionView & { readonly state: Code })[];
  readonly action: Code;
  /** The operation's method and those beside it, as Markdown. */
  readonly methods: readonly Code[];
  readonly summary: Code;
  /** The page, relative to the product folder. */
  readonly page: Code;
  /** A label for deprecated operations. */
  readonly deprecated: readonly Code[];
}

/** A method beside the operation's. */
interface CompanionView {
  readonly name: Code;
  readonly doc: Code;
  readonly request: Code;
  readonly response: Code;
}

/** Builds the view of a package. */
export function packageView(model: PackageSummary): PackageView {
  const [first] = model.operations;
  return {
    json: {
      name: jsonText(model.name),
      version: jsonText(model.version),
      description: jsonText(model.description),
    },
    title: markdownText(model.name),
    description: markdownText(model.description),
    api: markdownText(`${model.product} ${model.apiVersion}`),
    module: stringLiteral(model.name),
    product: stringLiteral(model.product),
    apiVersion: stringLiteral(model.apiVersion),
    endpoint: model.endpoint === undefined ? [] : [hostLiteral(model.endpoint)],
    client: identifier(model.client),
    clientDoc: docComment([`A client with a method for each operation of ${model.product}.`]),
    clientTypes: model.operations.some(({ waiter }) => waiter !== undefined)
      ? [code`WaitOptions`]
      : [],
    tests: model.tests ? [jsonText("node test/run.mjs")] : [],
    operations: model.operations.map(operationView),
    errorCodes: errorCodesView(model),
    paginatorUsage: usageOf(model.operations, ({ paginator }) => paginator),
    waiterUsage: usageOf(model.operations, ({ waiter }) => waiter?.name),
    usage:
      first === undefined
        ? []
        : [
            {
              method: identifier(first.functionName),
              request: first.example,
              guard: identifier(first.guard),
            },
          ],
  };
}

function operationView(operation: OperationSummary): PackageOperationView {
  const types = {
    request: identifier(operation.request),
    response: identifier(operation.response),
  };
  return {
    module: pathSegment(operation.module),
    functionName: identifier(operation.functionName),
    ...types,
    doc: functionDoc(operation, "  "),
    companions: companionsOf(operation),
    paginators:
      operation.paginator === undefined
        ? []
        : [
            {
              name: identifier(operation.paginator),
              doc: paginatorDoc(operation.action, "  "),
              ...types,
            },
          ],
    waiters:
      operation.waiter === undefined
        ? []
        : [
            {
              name: identifier(operation.waiter.name),
              doc: waiterDoc({ action: operation.action, waiter: operation.waiter.waiter }, "  "),
              ...types,
              state: stateOf(operation.waiter),
            },
          ],
    action: markdownCellCode(operation.action),
    methods: [operation.functionName, operation.paginator, operation.waiter?.name].flatMap(
      (name) => (name === undefined ? [] : [code`\`${identifier(name)}\``]),
    ),
    summary: markdownText(operation.summary ?? ""),
    page: markdownCellCode(nameOf(operation.page)),
    deprecated: operation.deprecated ? [code`deprecated`] : [],
  };
}

function companionsOf({ paginator, waiter }: OperationSummary): Code[] {
  const values = waiter?.values;
  return [
    ...(paginator === undefined ? [] : [identifier(paginator)]),
    ...(waiter === undefined ? [] : [identifier(waiter.name)]),
    ...(values === undefined ? [] : [code`type ${identifier(values)}`]),
  ];
}

/** The type of a waiter's states. */
function stateOf({ values }: NonNullable<OperationSummary["waiter"]>): Code {
  return values === undefined ? code`string` : identifier(values);
}

/** The file name of a page with its folder. Outer folders are omitted because they differ by checkout. */
function nameOf(page: string): string {
  return page.split("/").slice(-2).join("/");
}

/** The first operation that has such a method. */
function usageOf(
  operations: readonly OperationSummary[],
  methodOf: (operation: OperationSummary) => string | undefined,
): MethodUsage[] {
  for (const operation of operations) {
    const method = methodOf(operation);
    if (method !== undefined) return [{ method: identifier(method), request: operation.example }];
  }
  return [];
}

function errorCodesView({
  product,
  errorCode,
  errorGuard,
  operations,
}: PackageSummary): PackageView["errorCodes"] {
  const codes = new Set([...commonErrors, ...operations.flatMap((one) => one.errorCodes)]);
  const { entries } = buildErrorCodes(
    [...codes].sort().map((code) => ({ code })),
    errorCode,
  );
  return {
    doc: docComment([
      `The error codes that a page of ${product} documents, and those that any call can meet.`,
    ]),
    typeDoc: docComment([`One of {@link ${errorCode}}.`]),
    name: identifier(errorCode),
    entries: entries.map(({ key, code: value }) => ({
      key: propertyKey(key),
      value: stringLiteral(value),
    })),
    guard: identifier(errorGuard),
    guardDoc: docComment([
      `Whether an error is a refusal with one of these codes, whatever operation was called.`,
    ]),
  };
}
