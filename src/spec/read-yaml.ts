import { isMap, isNode, isScalar, parseDocument, visit } from "yaml";
import type { Alias, Document, Scalar } from "yaml";
import { toJSONSchema, type z } from "zod";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Source, Span } from "../text/source.ts";
import { showKeyPath, type KeyPath } from "./show-key-path.ts";
import { suggest } from "./suggest.ts";

/** A value from a YAML file, and where each part of it stands. */
export interface Located<T> {
  readonly value: T;
  /** The place of the value at a path, or of the nearest thing around it that the file has. */
  readonly spanOf: (path: KeyPath) => Span;
}

/**
 * Reads a YAML file and validates it. Each problem is reported where it stands: syntax, unknown keys
 * (with the key that was probably meant), and values that are not allowed. Nothing is returned then.
 */
export function readYaml<T>(
  source: Source,
  schema: z.ZodType<T>,
  report: Report,
): Located<T> | undefined {
  const document = parseDocument(source.text, options);
  const faults = [...findFaults(document, source.text.length)];
  for (const { reason, span } of faults) report("yaml/syntax", span, { reason });
  if (faults.length > 0) return undefined;
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, spanOf: (path) => spanAt(document, path) };
  reportIssues(result.error.issues, { document, known: keysOf(schema), report });
  return undefined;
}

/** YAML 1.2 as JSON would have it, whatever version or tags a file declares. */
const options = {
  schema: "core",
  merge: false,
  uniqueKeys: true,
  prettyErrors: false,
  logLevel: "error",
} as const;

function* findFaults(
  document: Document.Parsed,
  length: number,
): Generator<{ reason: string; span: Span }> {
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const reason = code === "MULTIPLE_DOCS" ? "there is a second document" : message;
    // What is missing at the end of a file is reported one character beyond it.
    const [start, end] = pos.map((at) => Math.min(at, length)) as [number, number];
    yield { reason: reason.replace(/\.$/, ""), span: { start, end } };
  }
  // They can refer to what they stand in, and grow without end.
  const aliases: Alias.Parsed[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias as Alias.Parsed) });
  for (const { source, range } of aliases) {
    const reason = `"*${source}" is an alias; write out what it stands for`;
    yield { reason, span: { start: range[0], end: range[1] } };
  }
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
      // A key that stands in the wrong place is not meant for itself.
      const others = known.filter((other) => other !== key);
      const suggestion = suggest(key, others) ?? "";
      const path = showKeyPath(issue.path);
      misspelt.add(showKeyPath([...issue.path, suggestion]));
      report("spec/unknown-key", keySpan(document, issue.path, key), { path, key, suggestion });
    }
  }
  for (const issue of issues) {
    const path = showKeyPath(issue.path);
    // The key that a misspelt one stands for is missing, but that is the same mistake.
    if (issue.code === "unrecognized_keys" || misspelt.has(path)) continue;
    report("spec/invalid", spanAt(document, issue.path), { path, reason: reasonOf(issue) });
  }
}

/**
 * A value that fits no alternative is reported by what keeps it from the one it comes closest to. Where
 * the key that decides between them is missing, one that nothing has may be meant for it.
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
