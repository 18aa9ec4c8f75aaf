import type { Constraints, Operation, ScalarShape, Shape } from "../spec/operation.ts";
import { requestId } from "../spec/protocol-names.ts";
import { whyUnchecked } from "../spec/why-unchecked.ts";
import { camelCase, kebabCase, pascalCase } from "../words/case.ts";
import { singular } from "../words/inflect.ts";
import { buildErrorCodes } from "./build-error-codes.ts";
import { claimKeys, NameTable } from "./name-table.ts";
import type {
  InterfaceModel,
  LimitsModel,
  OperationModel,
  PaginatorModel,
  PropertyModel,
  TypeModel,
  ValueSetModel,
  WaiterModel,
  WireStyle,
} from "./package-model.ts";

interface Scope {
  readonly functionName: string;
  /** Names that the package exports. */
  readonly names: NameTable;
  /** File names of the operations. */
  readonly modules: NameTable;
}

/** Chooses an operation's names and resolves its shapes. */
export function buildOperation(operation: Operation, scope: Scope): OperationModel {
  const { action } = operation;
  const { names } = scope;
  const before = names.claimed.length;
  const prefix = pascalCase(action);
  const requestName = names.claim(`${prefix}Request`);
  const responseName = names.claim(`${prefix}Response`);
  const errorCodes = buildErrorCodes(operation.errors, names.claim(`${prefix}ErrorCode`));
  const serializer = names.claim(`serialize${prefix}Request`);
  const guard = names.claim(`is${prefix}Error`);
  const shapes = new ShapeBuilder(prefix, { names, functionName: scope.functionName });
  const request = shapes.build(operation.request, {
    name: requestName,
    side: "request",
    path: "",
    members: shapes.locals.claim("requestMembers"),
  });
  const response = shapes.build(withRequestId(operation), {
    name: responseName,
    side: "response",
    path: "",
    answer: shapes.locals.claim("answerShape"),
  });
  const sides = { names, locals: shapes.locals, request, response };
  const paginator = buildPaginator(operation, sides);
  const waiter = buildWaiter(operation, sides);
  const token = operation.request.find((member) => member.idempotencyToken !== undefined)?.name;
  return {
    action,
    page: operation.page,
    ...(operation.summary === undefined ? {} : { summary: operation.summary }),
    module: scope.modules.claim(kebabCase(action).slice(0, longestModule)),
    functionName: scope.functionName,
    serializer,
    guard,
    claimed: names.claimed.slice(before),
    request,
    response,
    nested: shapes.nested,
    valueSets: shapes.valueSets,
    limits: shapes.limits,
    errorCodes,
    ...(token === undefined ? {} : { idempotencyToken: token }),
    readOnly: operation.readOnly ?? false,
    deprecated: operation.deprecated !== undefined,
    ...(operation.asynchronous === undefined ? {} : { asynchronous: operation.asynchronous }),
    ...(paginator === undefined ? {} : { paginator }),
    ...(waiter === undefined ? {} : { waiter }),
    samples: operation.samples,
  };
}

/** Adds the request ID to a response, because every response has it even if the page has no row for it. */
function withRequestId({ response, samples }: Operation): Operation["response"] {
  const row = response.find(({ name }) => name.toLowerCase() === requestId.toLowerCase());
  const answers = samples.filter(({ kind }) => kind !== "request");
  // A row may spell it differently from the samples, which show the spelling that services send.
  if (row?.name === requestId || (row && !answers.some(({ text }) => text.includes(requestId)))) {
    return response;
  }
  const required = answers.length > 0 && answers.every(({ text }) => text.includes(requestId));
  return [...response, { name: requestId, type: "string", required }];
}

/** Maximum length of a module's name. File systems allow about twice as many, with the extension. */
const longestModule = 120;

type Members = Operation["request"];

/** The place of a shape. `within` marks content that is sent as one text. */
interface Place {
  readonly name: string;
  readonly side: InterfaceModel["side"];
  readonly path: string;
  readonly within: boolean;
}

/** Turns member lists into interfaces, and names the nested ones. */
class ShapeBuilder {
  readonly nested: InterfaceModel[] = [];
  readonly valueSets: ValueSetModel[] = [];
  readonly limits: LimitsModel[] = [];
  /** Names private to the operation's module. */
  readonly locals: NameTable;
  /** Interfaces of objects by their content. */
  readonly #shapes = new Map<string, InterfaceModel>();
  readonly #prefix: string;
  readonly #names: NameTable;

  constructor(prefix: string, { names, functionName }: Pick<Scope, "names" | "functionName">) {
    this.#prefix = prefix;
    this.#names = names;
    this.locals = new NameTable({ taken: [functionName] });
  }

  build(
    members: Members,
    shape: Omit<InterfaceModel, "properties">,
    within = false,
  ): InterfaceModel {
    const { side, path } = shape;
    const properties = members.map((member): PropertyModel => ({
      name: member.name,
      // The client fills it in, so callers may omit it.
      optional: !member.required || (side === "request" && member.filledBy !== undefined),
      type: this.#typeOf(member, {
        name: member.name,
        side,
        path: path === "" ? member.name : `${path}.${member.name}`,
        within,
      }),
      member,
    }));
    return { ...shape, properties };
  }

  #typeOf(shape: Shape, place: Place): TypeModel {
    switch (shape.type) {
      case "array": {
        const style = styleOf(shape, place);
        const limits = this.#limitsOf(shape, place);
        const items = this.#typeOf(shape.items, itemOf(place, "[]", style));
        const joined = style === "comma" ? joinable(items) : items;
        return { kind: "list", style, items: joined, ...limits };
      }
      case "map": {
        const style = styleOf(shape, place);
        const values = this.#typeOf(shape.values, itemOf(place, "{}", style));
        return { kind: "map", style, values };
      }
      case "object": {
        const style = styleOf(shape, place);
        if (shape.members.length === 0) return { kind: "unknown", style };
        const within = place.within || style !== "flat";
        return { kind: "object", style, shape: this.#nest(shape.members, { ...place, within }) };
      }
      case "string":
      case "integer":
      case "long":
      case "float":
      case "double":
      case "number":
      case "boolean":
      case "any":
        return { ...this.#scalarOf(shape, place), ...this.#limitsOf(shape, place) };
    }
  }

  #scalarOf(shape: ScalarShape, place: Place): TypeModel {
    switch (shape.type) {
      case "string":
        if (shape.format === "date-time") return { kind: "dateTime" };
        return { kind: "string", ...this.#valuesOf(shape, place) };
      case "integer":
      case "long":
        return { kind: shape.type, ...this.#valuesOf(shape, place) };
      case "float":
      case "double":
      case "number":
        return { kind: "number", ...this.#valuesOf(shape, place) };
      case "boolean":
        return { kind: "boolean" };
      case "any":
        return { kind: "unknown", style: "flat" };
    }
  }

  /**
   * The interface of an object. Objects with the same name and members share it, with the first one's
   * prose.
   */
  #nest(members: Members, place: Place): InterfaceModel {
    const { side, path, within } = place;
    const content = JSON.stringify([side, within, namesOf(place).own, members], withoutProse);
    const known = this.#shapes.get(content);
    if (known !== undefined) return known;
    const name = this.#claim(place);
    const own = name.slice(this.#prefix.length);
    const written =
      side === "request"
        ? {
            members: this.locals.claim(camelCase(`${own}Members`)),
            writer: this.locals.claim(`write${own}`),
          }
        : { answer: this.locals.claim(camelCase(`${own}Shape`)) };
    // The outer shape precedes the inner ones, as on the page.
    const at = this.nested.length;
    const built = this.build(members, { name, side, path, ...written }, within);
    this.nested.splice(at, 0, built);
    this.#shapes.set(content, built);
    return built;
  }

  #valuesOf(shape: ScalarShape, place: Place): { values?: string } {
    if (shape.enum === undefined) return {};
    const values = new Map<string, (typeof shape.enum.values)[number]>();
    for (const one of shape.enum.values) {
      if (!values.has(String(one.value))) values.set(String(one.value), one);
    }
    const keys = claimKeys([...values.keys()], keyOfValue);
    const name = this.#claim(place);
    this.valueSets.push({
      name,
      member: place.path,
      closed: shape.enum.closed,
      entries: [...values.values()].map((value, index) => ({ key: keys[index] ?? "", value })),
    });
    return { values: name };
  }

  /** The constraints of a request value. Values of an open enum are not constrained. */
  #limitsOf(shape: Pick<Constraints, Limited>, place: Place): { limits?: string } {
    if (place.side === "response") return {};
    const { length, range, count, pattern } = shape;
    const checked = pattern !== undefined && whyUnchecked(pattern.value, length) === undefined;
    const limits: Omit<LimitsModel, "name"> = {
      ...(shape.enum?.closed === true
        ? { values: [...new Set(shape.enum.values.map(({ value }) => String(value)))] }
        : {}),
      ...(length === undefined ? {} : { length }),
      ...(range === undefined ? {} : { range }),
      ...(count === undefined ? {} : { count }),
      ...(checked ? { pattern: pattern.value } : {}),
    };
    if (Object.keys(limits).length === 0) return {};
    const { own, whole } = namesOf(place);
    const name = this.locals.claim(camelCase(`${own}Limits`), camelCase(`${whole}Limits`));
    this.limits.push({ name, ...limits });
    return { limits: name };
  }

  /**
   * Claims a name: the operation and the last part of the path.
   *
   * Falls back to the operation and the whole path, then to one with the side.
   */
  #claim(place: Place): string {
    const { own, whole } = namesOf(place);
    return this.#names.claim(
      this.#prefix + own,
      this.#prefix + whole,
      this.#prefix + pascalCase(place.side) + whole,
    );
  }
}

/** The facts that can constrain a value. */
type Limited = "enum" | "length" | "range" | "count" | "pattern";

/** Keys of a member that do not affect its type. */
const prose = new Set(["line", "page", "placedBy", "example", "description", "meaning"]);

function withoutProse(key: string, value: unknown): unknown {
  return prose.has(key) ? undefined : value;
}

/** The last part of a path, and the whole path, as names. */
function namesOf({ path, name }: Place): { readonly own: string; readonly whole: string } {
  const own = pascalCase(name) === "" ? "Value" : pascalCase(name);
  const around = path.slice(0, Math.max(0, path.lastIndexOf("."))).replaceAll(/[[\]{}]/g, "");
  return { own, whole: pascalCase(around) + own };
}

/** Content that is sent as one text has no wire style. */
function styleOf({ style = "flat" }: { readonly style?: WireStyle }, { within }: Place): WireStyle {
  return within ? "flat" : style;
}

/** The place of a list's items or a map's values. */
function itemOf(place: Place, mark: "[]" | "{}", style: WireStyle): Place {
  return {
    ...place,
    path: place.path + mark,
    name: singular(place.name),
    within: place.within || style !== "flat",
  };
}

/** Converts an item's type for joining with commas, where dates and unknown values are strings. */
function joinable(type: TypeModel): TypeModel {
  if (type.kind !== "dateTime" && type.kind !== "unknown") return type;
  const { limits } = type;
  return { kind: "string", ...(limits === undefined ? {} : { limits }) };
}

/** The key of a value in its constant: the value itself where it is a valid identifier. */
function keyOfValue(text: string): string {
  if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text) && text !== "__proto__") return text;
  if (text === "") return "Empty";
  const name = pascalCase(text.replace(/^-(?=\d)/, "minus "));
  return name === "" ? "Value" : name;
}

/** The names and types that the functions of an operation refer to. */
interface Sides {
  readonly names: NameTable;
  /** Names private to the operation's module. */
  readonly locals: NameTable;
  readonly request: InterfaceModel;
  readonly response: InterfaceModel;
}

/** Builds the operation's paginator, if its list is paginated. */
function buildPaginator(
  { action, pagination }: Pick<Operation, "action" | "pagination">,
  { names, locals, request, response }: Sides,
): PaginatorModel | undefined {
  if (pagination === undefined) return undefined;
  const list = propertyAt(response, pagination.items)?.type;
  if (list?.kind !== "list") return undefined;
  const page = pagination.kind === "number" ? propertyAt(request, pagination.page) : undefined;
  return {
    name: names.claim(`paginate${pascalCase(action)}`),
    constant: locals.claim("pagination"),
    pagination,
    text: page?.type.kind === "string",
    item: list.items,
  };
}

/** Builds the operation's waiter, if its responses contain a state. */
function buildWaiter(
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

/** The property at a path of names through objects; `undefined` where another type is on the path. */
function propertyAt(shape: InterfaceModel, path: string): PropertyModel | undefined {
  const [name, ...rest] = path.split(".");
  const property = shape.properties.find((one) => one.name === name);
  if (rest.length === 0 || property === undefined) return property;
  const { type } = property;
  return type.kind === "object" ? propertyAt(type.shape, rest.join(".")) : undefined;
}
