import type { Doc } from "prettier";
import { docPrinter, pageWidth } from "./doc-printer.ts";
import type { Declared, Entry, Expression, Line, Type } from "./syntax.ts";
import { textWidth } from "./text-width.ts";

/** Marks the place in a document where an object's members follow. */
export const bodyMark = "\0";

/**
 * Returns the possible breaks of a line as a document for Prettier's printer.
 *
 * The rules are Prettier's. Each function covers the cases that generated code has.
 */
export function lineDoc(line: Line): Doc {
  const { group, ifBreak, indent, line: blank, softline } = docPrinter().builders;
  switch (line.kind) {
    case "import": {
      const [only, ...more] = line.names;
      const names = more.length === 0 ? ["{ ", only ?? "", " }"] : braces(line.names);
      return ["import ", names, " from ", line.from];
    }
    case "binding": {
      const { head, type, value } = line;
      const left = type === undefined ? head : [head, ": ", typeDoc(type)];
      const leftBreaks = type !== undefined && canBreak(type);
      return [assignment({ left, leftBreaks, operator: " =", value }), endOf(value)];
    }
    case "alias":
      return group([line.head, " =", group(indent(blank)), indent(line.type)]);
    case "function": {
      const parameters = line.parameters.map(declaredDoc);
      const result = ["): ", line.result, typeDoc(line.type)];
      const list = parameters.length === 0 ? "" : brackets(parameters);
      return [line.head, group(["(", list, ...result]), " {"];
    }
    case "return": {
      const value = expressionDoc(line.value);
      if (line.value.kind !== "and") return ["return ", value, ";"];
      const inBrackets = [ifBreak("("), indent([softline, value]), softline, ifBreak(")")];
      return ["return ", group(inBrackets), ";"];
    }
    case "statement":
      return [expressionDoc(line.value), ";"];
    case "if": {
      const test = group([indent([softline, expressionDoc(line.test)]), softline]);
      const then = line.then === "{" ? " {" : indent([blank, line.then]);
      return group(["if (", test, ")", then]);
    }
    case "member":
      return [declaredDoc(line.member), ";"];
    case "entry":
      return [entryDoc(line.entry), ","];
  }
}

/** The end of a statement; empty where the object's closing line ends it. */
function endOf(value: Expression): string {
  return value.kind === "open" ? "" : ";";
}

function declaredDoc({ name, type, value }: Declared): Doc {
  const { group, indent, softline } = docPrinter().builders;
  const doc = typeDoc(type);
  const apart = type.kind === "union" ? group(indent([softline, doc])) : doc;
  return [name, ": ", apart, value === undefined ? "" : [" = ", expressionDoc(value)]];
}

function typeDoc(type: Type): Doc {
  const { align, group, ifBreak, indent, join, line, softline } = docPrinter().builders;
  switch (type.kind) {
    case "plain":
      return type.text;
    case "readonly":
      return ["readonly ", typeDoc(type.type)];
    case "list": {
      const items = typeDoc(type.items);
      if (type.items.kind === "union") {
        return ["(", group([indent([softline, items]), softline]), ")[]"];
      }
      return type.items.kind === "readonly" ? ["(", items, ")[]"] : [items, "[]"];
    }
    case "union":
      return group(
        type.types.map((one, index) => [
          index === 0 ? ifBreak("| ") : [line, "| "],
          align(2, typeDoc(one)),
        ]),
      );
    case "reference": {
      const given = type.given.map(typeDoc);
      if (!canBreak(type)) return [type.name, "<", join(", ", given), ">"];
      return [type.name, group(["<", indent([softline, join([",", line], given)]), softline, ">"])];
    }
  }
}

/** Returns true if a type can span lines. A single plain argument stays with its brackets. */
function canBreak(type: Type): boolean {
  switch (type.kind) {
    case "plain":
      return false;
    case "union":
      return true;
    case "list":
      return canBreak(type.items);
    case "readonly":
      return canBreak(type.type);
    case "reference": {
      const [only, ...more] = type.given;
      return more.length > 0 || (only !== undefined && only.kind !== "plain");
    }
  }
}

interface Assignment {
  readonly left: Doc;
  readonly leftBreaks: boolean;
  readonly operator: string;
  readonly value: Expression;
  /** The left side is a key no longer than the indentation that a break would add. */
  readonly shortKey?: boolean;
}

function assignment({ left, leftBreaks, operator, value, shortKey = false }: Assignment): Doc {
  const { group, indent, indentIfBreak, line, lineSuffixBoundary } = docPrinter().builders;
  const right = expressionDoc(value);
  if (!shortKey && breaksBefore(value)) {
    return group([group(left), operator, group(indent([line, right]))]);
  }
  if (!leftBreaks && (shortKey || staysBehind(value))) {
    return group([group(left), operator, " ", right]);
  }
  const groupId = Symbol("assignment");
  return group([
    group(left),
    operator,
    group(indent(line), { id: groupId }),
    lineSuffixBoundary,
    indentIfBreak(right, { groupId }),
  ]);
}

/** Values that move to the next line before they break themselves. */
function breaksBefore(value: Expression): boolean {
  const operand = value.kind === "prefix" ? value.operand : value;
  if (operand !== value) return breaksBefore(operand);
  return value.kind === "string" || isPlainChain(value, false);
}

/** Member accesses and calls without a place to break. */
function isPlainChain(value: Expression, inside: boolean): boolean {
  switch (value.kind) {
    case "name":
      return inside;
    case "member":
    case "index":
      return isPlainChain(value.object, true);
    case "call": {
      const [only, ...more] = value.given;
      const plain = only === undefined || (more.length === 0 && isShort(only));
      return plain && isPlainChain(value.callee, true);
    }
    default:
      return false;
  }
}

/** Arguments too short for a line of their own. */
function isShort(value: Expression): boolean {
  switch (value.kind) {
    case "number":
    case "boolean":
      return true;
    case "name":
    case "string":
      return value.text.length <= pageWidth / 4;
    case "template":
      return !value.text.includes("${") && value.text.length - 2 <= pageWidth / 4;
    case "call":
      return (
        value.given.length === 0 &&
        value.callee.kind === "name" &&
        value.callee.text.length <= pageWidth / 4 - 2
      );
    default:
      return false;
  }
}

function staysBehind({ kind }: Expression): boolean {
  return kind === "number" || kind === "boolean" || kind === "template";
}

function entryDoc({ key, value }: Entry): Doc {
  if (value === undefined) return key;
  const shortKey = !key.startsWith("[") && textWidth(key) < shortestKey;
  return assignment({ left: key, leftBreaks: false, operator: ":", value, shortKey });
}

/** Minimum number of columns of a key that is not short. */
const shortestKey = 5;

function expressionDoc(value: Expression): Doc {
  const { align, group, hardline, indent, line, softline } = docPrinter().builders;
  switch (value.kind) {
    case "name":
    case "string":
    case "template":
    case "number":
    case "boolean":
    case "regex":
      return value.text;
    case "open":
      return ["{", indent([hardline, bodyMark])];
    case "member":
      return [expressionDoc(value.object), ".", value.name];
    case "index": {
      const key = group(["[", indent([softline, expressionDoc(value.key)]), softline, "]"]);
      return [expressionDoc(value.object), key];
    }
    case "prefix":
      return [value.operator, expressionDoc(value.operand)];
    case "and": {
      const right = group(["&&", line, expressionDoc(value.right)]);
      return group([group(expressionDoc(value.left)), " ", right]);
    }
    case "choice": {
      const cases = [
        [line, "? ", align(2, expressionDoc(value.then))],
        [line, ": ", align(2, expressionDoc(value.otherwise))],
      ];
      return group([expressionDoc(value.test), indent(cases)]);
    }
    case "new":
    case "call": {
      const { callee, types, given } = value;
      const operator = value.kind === "new" ? "new " : "";
      const call = [operator, expressionDoc(callee), types, argumentsDoc(given)];
      return callee.kind === "member" ? group(call) : call;
    }
    case "arrow":
      return arrowDoc(value.head, expressionDoc(value.body));
    case "array": {
      if (value.items.length === 0) return "[]";
      return group(["[", brackets(value.items.map((item) => group(expressionDoc(item)))), "]"]);
    }
    case "object": {
      const end = value.constant ? " as const" : "";
      return value.entries.length === 0 ? `{}${end}` : [braces(value.entries.map(entryDoc)), end];
    }
  }
}

function arrowDoc(head: string, body: Doc, end: Doc = ""): Doc {
  const { group, indent, line } = docPrinter().builders;
  return group([head, group([indent([line, body]), end])]);
}

function argumentsDoc(given: readonly Expression[]): Doc {
  const { conditionalGroup, group, ifBreak, indent, join, line, softline } = docPrinter().builders;
  if (given.length === 0) return "()";
  const docs = given.map(expressionDoc);
  const last = given.at(-1);
  if (last === undefined || !isHugged(last, given)) return group(["(", brackets(docs), ")"]);
  const before = docs.slice(0, -1).flatMap((doc) => [doc, ", "]);
  const hugged =
    last.kind === "arrow"
      ? arrowDoc(last.head, expressionDoc(last.body), [ifBreak(","), softline])
      : expressionDoc(last);
  const apart = ["(", indent([line, join([",", line], docs)]), ifBreak(","), line, ")"];
  return conditionalGroup([
    ["(", ...before, hugged, ")"],
    ["(", ...before, group(hugged, { shouldBreak: true }), ")"],
    group(apart, { shouldBreak: true }),
  ]);
}

/** Returns true if the last argument opens on the line of the others and breaks inside. */
function isHugged(last: Expression, given: readonly Expression[]): boolean {
  if (given.at(-2)?.kind === last.kind) return false;
  switch (last.kind) {
    case "object":
      return last.entries.length > 0;
    case "array":
      if (last.items.length === 0 || (given.length === 2 && given[0]?.kind === "arrow"))
        return false;
      return given.length === 1 || last.items.some(({ kind }) => kind !== "number");
    case "arrow":
      return true;
    default:
      return false;
  }
}

/** Items in braces, padded with spaces on one line. */
function braces(items: readonly Doc[]): Doc {
  const { group, ifBreak, indent, join, line } = docPrinter().builders;
  return group(["{", indent([line, join([",", line], [...items])]), ifBreak(","), line, "}"]);
}

/** Items for brackets that the caller writes. */
function brackets(items: readonly Doc[]): Doc {
  const { ifBreak, indent, join, line, softline } = docPrinter().builders;
  return [indent([softline, join([",", line], [...items])]), ifBreak(","), softline];
}
