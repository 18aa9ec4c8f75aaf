import { code, type Code } from "./emitters/code.ts";
import { docComment } from "./emitters/doc-comment.ts";
import { identifier } from "./emitters/identifier.ts";
import { jsonText } from "./emitters/json-text.ts";
import { markdownCellCode, markdownText } from "./emitters/markdown-text.ts";
import { pathSegment } from "./emitters/path-segment.ts";
import { stringLiteral } from "./emitters/string-literal.ts";
import { functionDoc } from "./function-doc.ts";
import type { OperationSummary, PackageSummary } from "./summarize.ts";

/** What the templates show that exist once in a package. */
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
  readonly operations: readonly PackageOperationView[];
  /** The first operation, for the usage example. */
  readonly usage: readonly {
    readonly method: Code;
    readonly request: Code;
    readonly guard: Code;
  }[];
}

interface PackageOperationView {
  readonly module: Code;
  readonly functionName: Code;
  readonly request: Code;
  readonly response: Code;
  readonly doc: Code;
  readonly action: Code;
  readonly method: Code;
  readonly summary: Code;
}

/** A package as its templates show it. */
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
    endpoint: model.endpoint === undefined ? [] : [stringLiteral(model.endpoint)],
    client: identifier(model.client),
    clientDoc: docComment([`A client with a method for each operation of ${model.product}.`]),
    operations: model.operations.map(operationView),
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
  return {
    module: pathSegment(operation.module),
    functionName: identifier(operation.functionName),
    request: identifier(operation.request),
    response: identifier(operation.response),
    doc: functionDoc(operation, "  "),
    action: markdownCellCode(operation.action),
    method: code`\`${identifier(operation.functionName)}\``,
    summary: markdownText(operation.summary ?? ""),
  };
}
