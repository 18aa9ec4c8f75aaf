import type {
  ErrorCodesModel,
  InterfaceModel,
  OperationModel,
  TypeModel,
  ValueSetModel,
} from "../model/package-model.ts";
import { documentMember } from "./document-member.ts";
import { code, type Code } from "./emitters/code.ts";
import { docComment } from "./emitters/doc-comment.ts";
import { identifier } from "./emitters/identifier.ts";
import { lineComment } from "./emitters/line-comment.ts";
import { markdownCode } from "./emitters/markdown-text.ts";
import { propertyKey } from "./emitters/property-key.ts";
import { literal } from "./emitters/literal.ts";
import { stringLiteral } from "./emitters/string-literal.ts";
import { functionDoc, paginatorDoc, waiterDoc } from "./function-doc.ts";
import { printLimits } from "./print-limits.ts";
import { printPagination, printWaiter } from "./print-pagination.ts";
import { printAnswerShape, printType, usesOpen } from "./print-type.ts";
import { printNames, printWrites, usedWriters } from "./print-writes.ts";

/** The view of the template for an operation's module. */
export interface OperationView {
  readonly source: Code;
  readonly runtimeValues: readonly Code[];
  readonly runtimeTypes: readonly Code[];
  readonly interfaces: readonly InterfaceView[];
  readonly valueSets: readonly ConstView[];
  readonly errorCodes: ConstView & { readonly guard: Code; readonly guardDoc: Code };
  readonly limits: readonly { readonly name: Code; readonly value: Code }[];
  readonly writers: readonly WriterView[];
  readonly request: WrittenView;
  readonly answers: readonly AnswerView[];
  readonly answer: Code;
  readonly response: Code;
  readonly serializer: Code;
  readonly serializerDoc: Code;
  readonly functionName: Code;
  readonly functionDoc: Code;
  readonly action: Code;
  readonly idempotencyToken: readonly Code[];
  readonly readOnly: readonly Code[];
  /** At most one item, where the operation has a paginated list. */
  readonly paginators: readonly CompanionView[];
  /** At most one item, where responses contain a state. */
  readonly waiters: readonly CompanionView[];
}

/** A function beside the operation's, and the constant that configures it. */
interface CompanionView {
  readonly name: Code;
  readonly doc: Code;
  readonly constant: Code;
  readonly entries: readonly Code[];
  readonly request: Code;
  readonly response: Code;
  /** The type of the list's items or of the state. */
  readonly subject: Code;
}

interface InterfaceView {
  readonly doc: Code;
  readonly name: Code;
  readonly members: readonly {
    readonly doc: Code;
    readonly key: Code;
    readonly mark: Code;
    readonly type: Code;
  }[];
}

interface ConstView {
  readonly doc: Code;
  readonly typeDoc: Code;
  readonly name: Code;
  readonly entries: readonly { readonly doc: Code; readonly key: Code; readonly value: Code }[];
}

/** A shape that is written member by member. */
interface WrittenView {
  readonly type: Code;
  /** The constant with the names of its members, and those names. */
  readonly members: Code;
  readonly names: Code;
  readonly writes: readonly Code[];
}

/** A constant that describes the members of a response or of an object in it. */
interface AnswerView {
  readonly name: Code;
  readonly members: readonly { readonly key: Code; readonly shape: Code }[];
}

interface WriterView extends WrittenView {
  readonly name: Code;
}

/** Builds the view of an operation. */
export function operationView(operation: OperationModel): OperationView {
  const { request, response, nested } = operation;
  const requestShapes = nested.filter(({ side }) => side === "request");
  const responseShapes = nested.filter(({ side }) => side === "response");
  const interfaces = [request, ...requestShapes, response, ...responseShapes];
  const open = interfaces.some(({ properties }) => properties.some(({ type }) => usesOpen(type)));
  return {
    source: lineComment(operation.page),
    runtimeValues: [
      code`isServiceError`,
      ...(operation.paginator === undefined ? [] : [code`paginate`]),
      code`ParameterWriter`,
      ...(operation.waiter === undefined ? [] : [code`waitFor`]),
      ...usedWriters([request, ...requestShapes]),
    ],
    runtimeTypes: [
      code`Client`,
      code`ClientDefaults`,
      ...(operation.limits.length > 0 ? [code`Limits`] : []),
      ...(open ? [code`Open`] : []),
      code`Operation`,
      ...(operation.paginator === undefined ? [] : [code`Pagination`, code`Paginator`]),
      code`RequestOptions`,
      code`ServiceError`,
      ...(operation.waiter === undefined ? [] : [code`Waiter`, code`WaitOptions`]),
    ],
    interfaces: interfaces.map((shape) => interfaceView(shape, operation)),
    valueSets: operation.valueSets.map(valueSetView),
    errorCodes: errorCodesView(operation.errorCodes, operation),
    limits: operation.limits.map((limits) => ({
      name: identifier(limits.name),
      value: printLimits(limits),
    })),
    writers: requestShapes.flatMap((shape) =>
      shape.writer === undefined
        ? []
        : [{ name: identifier(shape.writer), ...writtenView(shape, code`value`) }],
    ),
    request: writtenView(request, code`request`),
    answers: [...innermostFirst(response)].map(answerView),
    answer: identifier(response.answer ?? ""),
    response: identifier(response.name),
    serializer: identifier(operation.serializer),
    serializerDoc: docComment(
      [
        `Checks a ${operation.action} request and flattens it into the parameters that go over the wire.`,
        "What the client can fill in is required only where `defaults` are given.",
        "How much is checked, `defaults.validate` says: everything, where it is left out.",
      ],
      [
        {
          name: "throws",
          text: "{RequestError} with everything that is wrong with the request, by member path.",
        },
      ],
    ),
    functionName: identifier(operation.functionName),
    functionDoc: functionDoc(operation),
    action: stringLiteral(operation.action),
    idempotencyToken:
      operation.idempotencyToken === undefined ? [] : [stringLiteral(operation.idempotencyToken)],
    readOnly: operation.readOnly ? [literal(true)] : [],
    paginators: paginatorViews(operation),
    waiters: waiterViews(operation),
  };
}

function paginatorViews({ paginator, request, response, action }: OperationModel): CompanionView[] {
  if (paginator === undefined) return [];
  return [
    {
      name: identifier(paginator.name),
      doc: paginatorDoc(action),
      constant: identifier(paginator.constant),
      entries: printPagination(paginator),
      request: identifier(request.name),
      response: identifier(response.name),
      subject: printType(paginator.item, "response"),
    },
  ];
}

function waiterViews({ waiter, request, response, action }: OperationModel): CompanionView[] {
  if (waiter === undefined) return [];
  return [
    {
      name: identifier(waiter.name),
      doc: waiterDoc({ action, waiter: waiter.waiter }),
      constant: identifier(waiter.constant),
      entries: printWaiter(waiter),
      request: identifier(request.name),
      response: identifier(response.name),
      subject: waiter.values === undefined ? code`string` : identifier(waiter.values),
    },
  ];
}

function writtenView(shape: InterfaceModel, value: Code): WrittenView {
  return {
    type: identifier(shape.name),
    members: identifier(shape.members ?? ""),
    names: printNames(shape),
    writes: printWrites(shape, value),
  };
}

/** An object and the objects inside it, innermost first, because constants are initialized in that order. */
function innermostFirst(
  shape: InterfaceModel,
  found = new Set<InterfaceModel>(),
): ReadonlySet<InterfaceModel> {
  const visit = (type: TypeModel): void => {
    if (type.kind === "list") visit(type.items);
    else if (type.kind === "map") visit(type.values);
    else if (type.kind === "object" && !found.has(type.shape)) innermostFirst(type.shape, found);
  };
  for (const { type } of shape.properties) visit(type);
  found.add(shape);
  return found;
}

function answerView({ answer, properties }: InterfaceModel): AnswerView {
  return {
    name: identifier(answer ?? ""),
    members: properties.map(({ name, type }) => ({
      key: propertyKey(name),
      shape: printAnswerShape(type),
    })),
  };
}

function interfaceView(shape: InterfaceModel, operation: OperationModel): InterfaceView {
  const doc =
    shape.path === ""
      ? `The ${shape.side} of ${operation.action}.`
      : `${markdownCode(shape.path)} in the ${shape.side} of ${operation.action}.`;
  return {
    doc: docComment([doc]),
    name: identifier(shape.name),
    members: shape.properties.map(({ name, optional, type, member }) => ({
      doc: documentMember(member, shape.side, "  "),
      key: propertyKey(name),
      mark: optional ? code`?` : code``,
      type: printType(type, shape.side),
    })),
  };
}

function valueSetView({ name, member, closed, entries }: ValueSetModel): ConstView {
  const which = closed ? "The values" : "The documented values";
  return {
    doc: docComment([`${which} of ${markdownCode(member)}.`]),
    typeDoc: docComment([`One of {@link ${name}}.`]),
    name: identifier(name),
    entries: entries.map(({ key, value: { value, meaning } }) => ({
      doc: docComment([meaning ?? ""], [], "  "),
      key: propertyKey(key),
      value: literal(value),
    })),
  };
}

function errorCodesView({ name, entries }: ErrorCodesModel, operation: OperationModel) {
  return {
    doc: docComment([`The error codes that the page of ${operation.action} documents.`]),
    typeDoc: docComment([`One of {@link ${name}}.`]),
    name: identifier(name),
    entries: entries.map(({ key, code: value, rows }) => ({
      doc: docComment(
        rows.map(({ status, message, meaning }) =>
          [status === undefined ? "" : `HTTP ${String(status)}.`, message ?? "", meaning ?? ""]
            .filter((part) => part !== "")
            .join(" "),
        ),
        [],
        "  ",
      ),
      key: propertyKey(key),
      value: stringLiteral(value),
    })),
    guard: identifier(operation.guard),
    guardDoc: docComment([
      `Whether an error is the service's refusal of ${operation.action} with a documented code.`,
    ]),
  };
}
