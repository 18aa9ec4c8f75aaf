import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  Parser,
  visit,
  type CST,
  type Document,
  type Range,
  type Scalar,
} from "yaml";
import { toJSONSchema, type z } from "zod";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source, Span } from "../text/source.ts";
import { readPlainYaml } from "./read-plain-yaml.ts";
import { showKeyPath, type KeyPath } from "./show-key-path.ts";
import { suggest } from "./suggest.ts";

/** A value from a YAML file, with the places of its parts. */
export interface Located<T> {
  readonly value: T;
  /** The range of the value at a path, or of its nearest ancestor in the file. */
  readonly spanOf: (path: KeyPath) => Span;
}

/**
 * Reads and validates a YAML file.
 *
 * Reports each error at its place and returns `undefined`: exceeded limits, syntax, unknown keys with a
 * suggestion, and invalid values.
 */
export function readYaml<T>(
  source: Source,
  schema: z.ZodType<T>,
  report: Report,
): Located<T> | undefined {
  const { text, cutFrom, limits } = source;
  const plain = cutFrom === undefined ? readPlainYaml(text, limits.yamlNesting) : undefined;
  const valid = plain === undefined ? undefined : schema.safeParse(plain);
  if (valid?.success === true) {
    // The parsed document takes much memory and only errors need places, so it is parsed on demand.
    let parsed: Document | undefined;
    const spanOf = (path: KeyPath) => spanAt((parsed ??= parseDocument(text, options)), path);
    return { value: valid.data, spanOf };
  }
  const over = findOverLimit(source);
  if (over !== undefined) {
    report(over.code, over.span, over);
    return undefined;
  }
  const document = parseDocument(text, options);
  if (reportFaults(document, source, report)) return undefined;
  const result = schema.safeParse(document.toJS({ maxAliasCount: -1 }));
  if (result.success) return { value: result.data, spanOf: (path) => spanAt(document, path) };
  reportIssues(result.error.issues, { document, known: keysOf(schema), report });
  return undefined;
}

/** YAML 1.2 with the core schema, whatever version or tags a file declares. */
const options = {
  schema: "core",
  merge: false,
  // The library's own check takes quadratic time.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "error",
} as const;

/** Reports errors that make a document ambiguous; returns true if it has any. */
function reportFaults(
  document: Document.Parsed,
  { limits, text: { length } }: Source,
  report: Report,
): boolean {
  const faults = [...document.errors, ...document.warnings];
  for (const { code, message, pos } of faults) {
    const reason = code === "MULTIPLE_DOCS" ? "there is a second document" : message;
    // An error about a missing part at the end of a file is one character after it.
    const [start, end] = pos.map((at) => Math.min(at, length)) as [number, number];
    report("yaml/syntax", { start, end }, { reason: reason.replace(/\.$/, "") });
  }
  const keys = reportKeys(document, report);
  return reportAliases(document, limits.yamlAliases, report) || keys || faults.length > 0;
}

/** Reports duplicate keys of a map, and keys that are not scalars. */
function reportKeys(document: Document.Parsed, report: Report): boolean {
  let failed = false;
  const fail = (node: unknown, reason: string) => {
    const range = isNode(node) ? node.range : undefined;
    report("yaml/syntax", spanOf(range ?? [0, 0]), { reason });
    failed = true;
  };
  visit(document, {
    Map: (_, { items }) => {
      const known = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) fail(key, "a key is no single value");
        else if (known.has(String(key.value))) fail(key, "Map keys must be unique");
        else known.add(String(key.value));
      }
    },
  });
  return failed;
}

/**
 * Reports undefined aliases, recursive aliases, and the first alias above the limit.
 *
 * An alias counts with all aliases in its target, because a few can expand to more than memory holds.
 */
function reportAliases(document: Document.Parsed, allowed: number, report: Report): boolean {
  /** The last node of each anchor so far, and the number of aliases up to an offset. */
  const anchors = new Map<string, Range>();
  const counts: { readonly at: number; readonly count: number }[] = [];
  const countBefore = (offset: number) => counts.findLast(({ at }) => at < offset)?.count ?? 0;
  let found = 0;
  let failed = false;
  visit(document, {
    Node: (_, node) => {
      const { range } = node;
      if (!isAlias(node)) {
        if (node.anchor !== undefined && range) anchors.set(node.anchor, range);
        return undefined;
      }
      const span = spanOf(range ?? [0, 0, 0]);
      const meant = anchors.get(node.source);
      failed = true;
      if (meant === undefined || meant[1] > span.start) {
        const what = meant === undefined ? "nothing before it" : "what it is a part of";
        report("yaml/syntax", span, { reason: `"*${node.source}" stands for ${what}` });
        return visit.BREAK;
      }
      found += 1 + countBefore(meant[1]) - countBefore(meant[0]);
      counts.push({ at: span.start, count: found });
      if (found > allowed) {
        report("limit/yaml-aliases", span, { found, allowed });
        return visit.BREAK;
      }
      failed = false;
      return undefined;
    },
  });
  return failed;
}

function spanOf([start, end]: readonly [number, number, ...number[]]): Span {
  return { start, end };
}

type Issue = z.core.$ZodIssue;

interface Context {
  readonly document: Document;
  /** Every key that a file of this kind can have. */
  readonly known: readonly string[];
  readonly report: Report;
}

function reportIssues(found: readonly Issue[], { document, known, report }: Context): void {
  const issues = flatten(found, { document, known });
  const misspelt = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    for (const key of issue.keys) {
      // A misplaced key must not be suggested for itself.
      const others = known.filter((other) => other !== key);
      const suggestion = suggest(key, others) ?? "";
      const path = showKeyPath(issue.path);
      misspelt.add(showKeyPath([...issue.path, suggestion]));
      report("spec/unknown-key", keySpan(document, issue.path, key), { path, key, suggestion });
    }
  }
  for (const issue of issues) {
    const path = showKeyPath(issue.path);
    // A missing key that has been misspelled is reported only once.
    if (issue.code === "unrecognized_keys" || misspelt.has(path)) continue;
    report("spec/invalid", spanAt(document, issue.path), { path, reason: reasonOf(issue) });
  }
}

/**
 * Replaces the error of a union with the errors of its closest alternative.
 *
 * If the discriminating key is missing, an unknown key may be a misspelling of it.
 */
function flatten(issues: readonly Issue[], context: Omit<Context, "report">): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_union") return [issue];
    if (issue.errors.length === 0) {
      const path = issue.path.slice(0, -1);
      const keys = keysAt(context.document, path).filter((key) => !context.known.includes(key));
      if (keys.length === 0) return [issue];
      return [{ code: "unrecognized_keys", keys, path, message: "" }, issue];
    }
    const closest = issue.errors.reduce((best, errors) =>
      errors.length < best.length ? errors : best,
    );
    const inner = closest.map((error) => ({ ...error, path: [...issue.path, ...error.path] }));
    return flatten(inner, context);
  });
}

function reasonOf(issue: Issue): string {
  if (issue.code === "invalid_union" && "options" in issue) {
    return `has to be one of ${(issue.options as string[]).join(", ")}`;
  }
  if (issue.message.endsWith("received undefined")) return "is missing";
  return issue.message.replace(/^Invalid input: /, "").replace(/\.$/, "");
}

function keysOf(schema: z.ZodType): string[] {
  const keys = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "properties") Object.keys(inner as object).forEach((name) => keys.add(name));
      collect(inner);
    }
  };
  collect(toJSONSchema(schema, { unrepresentable: "any" }));
  return [...keys];
}

function spanAt(document: Document, path: KeyPath): Span {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return { start: node.range[0], end: node.range[1] };
  }
  return { start: 0, end: 0 };
}

function keySpan(document: Document, path: KeyPath, key: string): Span {
  const node = keyNodes(document, path).find(({ value }) => String(value) === key);
  return node?.range ? { start: node.range[0], end: node.range[1] } : spanAt(document, path);
}

function keysAt(document: Document, path: KeyPath): string[] {
  return keyNodes(document, path).map(({ value }) => String(value));
}

function keyNodes(document: Document, path: KeyPath): Scalar[] {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  return isMap(map) ? map.items.map(({ key }) => key).filter((key) => isScalar(key)) : [];
}

/** An exceeded limit that prevents a YAML file from being read. */
interface OverLimit {
  readonly code: "limit/spec-bytes" | "limit/yaml-nesting";
  readonly span: Span;
  readonly found: number;
  readonly allowed: number;
}

/** Checks size and nesting before parsing, because parsers fail on deep nesting. */
function findOverLimit({ text, cutFrom, limits }: Source): OverLimit | undefined {
  if (cutFrom !== undefined) {
    const span = { start: text.length, end: text.length };
    return { code: "limit/spec-bytes", span, found: cutFrom, allowed: limits.specBytes };
  }
  const { yamlNesting: allowed } = limits;
  if (mostLevels(text) <= allowed) return undefined;
  const { levels: found, at } = countLevels(text);
  if (found <= allowed) return undefined;
  return { code: "limit/yaml-nesting", span: { start: at, end: at + 1 }, found, allowed };
}

/** An upper bound of a file's nesting, because an exact count takes as long as parsing. */
function mostLevels(text: string): number {
  let brackets = 0;
  let column = 0;
  let indented = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\n" || character === "\r") column = 0;
    else if (column >= 0) column = " -?:\t".includes(character) ? column + 1 : -1;
    if (column > indented) indented = column;
    if (character === "[" || character === "{") brackets += 1;
  }
  // Each column can start a map and a list in it.
  return brackets + 2 * (indented + 1);
}

function countLevels(text: string): { readonly levels: number; readonly at: number } {
  let deepest = { levels: 0, at: 0 };
  const open: { readonly token: CST.Token; readonly levels: number }[] = [];
  for (const token of new Parser().parse(text)) open.push({ token, levels: 0 });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, levels } = next;
    if (token.type === "document") {
      if (token.value !== undefined) open.push({ token: token.value, levels });
    } else if ("items" in token) {
      if (levels + 1 > deepest.levels) deepest = { levels: levels + 1, at: token.offset };
      for (const { key, value } of token.items) {
        for (const inner of [key, value]) {
          if (inner) open.push({ token: inner, levels: levels + 1 });
        }
      }
    }
  }
  return deepest;
}
