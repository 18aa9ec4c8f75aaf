import type {
  InterfaceModel,
  LimitsModel,
  OperationModel,
  TypeModel,
} from "../../src/model/package-model.ts";
import type { ModuleFacts } from "./read-module.ts";

/** What an operation's module has to consist of, by the model alone. */
export function predictModule(operation: OperationModel): ModuleFacts {
  const { request, response, nested, valueSets, errorCodes, limits, paginator, waiter } = operation;
  const written = nested.filter(({ side }) => side === "request");
  const answered = nested.filter(({ side }) => side === "response");
  const shapes = [request, ...written, response, ...answered];
  const sets = [...valueSets.map(({ name }) => name), errorCodes.name];
  const members = [request, ...written];
  const companions = [paginator, waiter].filter((one) => one !== undefined);
  return {
    imports: ["../runtime/index.ts", "../service.ts"],
    declarations: [
      ...shapes.map(({ name }) => `interface ${name}`),
      ...sets.flatMap((name) => [`const ${name}`, `type ${name}`]),
      ...limits.map(({ name }) => `const ${name}`),
      ...members.map((shape) => `const ${shape.members ?? ""}`),
      ...written.map(({ writer }) => `function ${writer ?? ""}`),
      ...[response, ...answered].map(({ answer }) => `const ${answer ?? ""}`),
      "const operation",
      ...[operation.guard, operation.serializer, operation.functionName].map(
        (name) => `function ${name}`,
      ),
      ...companions.flatMap(({ name, constant }) => [`function ${name}`, `const ${constant}`]),
    ].sort(),
    interfaces: Object.fromEntries(shapes.map((shape) => [shape.name, namesOf(shape)])),
    constants: Object.fromEntries<unknown>([
      ...valueSets.map(({ name, entries }): [string, unknown] => [
        name,
        Object.fromEntries(entries.map(({ key, value }) => [key, value.value])),
      ]),
      [errorCodes.name, Object.fromEntries(errorCodes.entries.map(({ key, code }) => [key, code]))],
      ...limits.map((one): [string, unknown] => [one.name, limitsOf(one)]),
      ...members.map((shape): [string, unknown] => [shape.members ?? "", namesOf(shape)]),
      ...[response, ...answered].map((shape): [string, unknown] => [
        shape.answer ?? "",
        Object.fromEntries(shape.properties.map(({ name, type }) => [name, answerOf(type)])),
      ]),
      ["operation", operationOf(operation)],
      ...(paginator === undefined ? [] : [[paginator.constant, pagingOf(operation)] as const]),
      ...(waiter === undefined
        ? []
        : [
            [
              waiter.constant,
              {
                state: waiter.waiter.state.split("."),
                settled: waiter.waiter.settled,
                ...(waiter.waiter.failed === undefined ? {} : { failed: waiter.waiter.failed }),
              },
            ] as const,
          ]),
    ]),
    texts: textsIn(request, written),
  };
}

function namesOf({ properties }: InterfaceModel): string[] {
  return properties.map(({ name }) => name);
}

function operationOf(operation: OperationModel): object {
  const { action, serializer, response, idempotencyToken, readOnly } = operation;
  return {
    service: { ref: "service" },
    action,
    serialize: { ref: serializer },
    answer: { ref: response.answer },
    ...(idempotencyToken === undefined ? {} : { idempotencyToken }),
    ...(readOnly ? { readOnly } : {}),
  };
}

function limitsOf({ values, length, range, count, pattern }: LimitsModel): object {
  const bounds = (given: { min?: number; max?: number } | undefined) =>
    given && {
      ...(given.min === undefined ? {} : { min: given.min }),
      ...(given.max === undefined ? {} : { max: given.max }),
    };
  return {
    ...(values === undefined ? {} : { values }),
    ...(length === undefined ? {} : { length: bounds(length) }),
    ...(range === undefined ? {} : { range: bounds(range) }),
    ...(count === undefined ? {} : { count: bounds(count) }),
    ...(pattern === undefined ? {} : { pattern: "a pattern" }),
  };
}

/** What the runtime is told of a place in an answer. */
function answerOf(type: TypeModel): unknown {
  switch (type.kind) {
    case "string":
    case "dateTime":
      return "string";
    case "integer":
    case "number":
      return "number";
    case "long":
    case "boolean":
      return type.kind;
    case "unknown":
      return "any";
    case "list":
      return [answerOf(type.items)];
    case "map":
      return ["map", answerOf(type.values)];
    case "object":
      return { ref: type.shape.answer };
  }
}

function pagingOf({ paginator }: OperationModel): object {
  if (paginator === undefined) return {};
  const { pagination, text } = paginator;
  const { size, items } = pagination;
  const common = {
    ...(size === undefined ? {} : { size }),
    items: items.split("."),
  };
  if (pagination.kind === "number") {
    const { kind, page, first, total } = pagination;
    return {
      ...{ kind, page, first, ...common },
      ...(text ? { text } : {}),
      ...(total === undefined ? {} : { total: total.split(".") }),
    };
  }
  const { kind, token, next, more } = pagination;
  return {
    ...{ kind, token, next: next.split("."), ...common },
    ...(more === undefined ? {} : { more: more.split(".") }),
  };
}

/** The texts in what writes a request: the names of its members, and whether they are required. */
function textsIn(request: InterfaceModel, written: readonly InterfaceModel[]): string[] {
  const texts = new Set(["", "required"]);
  for (const shape of [request, ...written]) {
    for (const { name, member } of shape.properties) {
      texts.add(shape === request ? name : `.${name}`);
      if (!/^[A-Za-z_$][\w$]*$/.test(name) || name in Object.prototype) texts.add(name);
      if (member.filledBy !== undefined) texts.add(member.filledBy);
      texts.add(member.required ? "required" : "optional");
    }
  }
  return [...texts].sort();
}
