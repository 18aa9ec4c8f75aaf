import { docPrinter, pageWidth } from "./doc-printer.ts";
import { bodyMark, lineDoc } from "./line-doc.ts";
import { readLine } from "./read-line.ts";
import { textWidth } from "./text-width.ts";

/** A line, broken into several. */
export interface BrokenLine {
  readonly text: string;
  /** Indentation of the lines inside an assigned object, in spaces. */
  readonly inside?: number;
}

/** Breaks a line of code that is too long where Prettier would; returns `undefined` where it would not. */
export function breakLine(line: string): BrokenLine | undefined {
  const bare = line.trimStart();
  const blanks = line.length - bare.length;
  const simple = breakOutside(bare, line.slice(0, blanks));
  if (simple !== undefined) return { text: simple };
  const read = readLine(bare);
  if (read === undefined) return undefined;
  const { builders, printer } = docPrinter();
  const doc = [" ".repeat(blanks), builders.align(blanks, lineDoc(read))];
  const { formatted } = printer.printDocToString(doc, { printWidth: pageWidth, tabWidth: 2 });
  if (!formatted.endsWith(bodyMark)) return { text: formatted };
  const end = formatted.lastIndexOf("\n");
  return { text: formatted.slice(0, end), inside: formatted.length - end - 2 };
}

/**
 * Breaks a line that has a single place to break first, if the parts then fit.
 *
 * Nearly all long lines are of this kind, and a Prettier document for each would take ten times as long.
 * Returns `undefined` for the others.
 *
 * @param line The line without its indentation.
 */
function breakOutside(line: string, indentation: string): string | undefined {
  const fits = (text: string) => textWidth(text) <= pageWidth;
  for (const { first, inner, last, whole = false } of waysToBreak(line, indentation)) {
    const lines = [indentation + first, ...inner.map((part) => `${indentation}  ${part}`)];
    if (last !== undefined) lines.push(indentation + last);
    if (whole || lines.every(fits)) return lines.join("\n");
  }
  return undefined;
}

/** A way to break a line: the outer lines, and the parts that get lines of their own. */
interface Way {
  readonly first: string;
  readonly inner: readonly string[];
  readonly last?: string;
  /** No part can be broken further. */
  readonly whole?: boolean;
}

function waysToBreak(line: string, indentation: string): readonly Way[] {
  const [, names, from] = importLine.exec(line) ?? [];
  if (names?.includes(",") === true && from !== undefined) {
    const inner = names.split(", ").map(withComma);
    return [{ first: "import {", inner, last: `} from ${from}`, whole: true }];
  }
  const [, head, parameters, result] = functionLine.exec(line) ?? [];
  if (head !== undefined && parameters !== undefined && result !== undefined) {
    const inner = parameters.split(", ").map(withComma);
    return [{ first: `${head}(`, inner, last: `): ${result} {` }];
  }
  const [, alias, type] = aliasLine.exec(line) ?? [];
  if (alias !== undefined && type !== undefined) {
    return [{ first: alias, inner: [type], whole: true }];
  }
  const [, name, texts] = arrayLine.exec(line) ?? [];
  if (name !== undefined && texts !== undefined) {
    return [{ first: `${name}[`, inner: (texts.match(text) ?? []).map(withComma), last: "];" }];
  }
  const [, generic, one = "", other = ""] = genericLine.exec(line) ?? [];
  if (generic !== undefined && indentation.length + line.length - " {".length > pageWidth) {
    return [{ first: `${generic}<`, inner: [`${one},`, other], last: "> = {" }];
  }
  const [, call, body] = functionGivenLine.exec(line) ?? [];
  if (call !== undefined && body !== undefined) {
    return [{ first: call, inner: [withComma(body)], last: ");" }];
  }
  const [, callee, ...given] = valuesGivenLine.exec(line) ?? [];
  if (callee !== undefined) {
    const inner = given.filter((one) => typeof one === "string").map(withComma);
    return [{ first: callee, inner, last: ");" }];
  }
  const [, opened, bounds, pattern] = patternLine.exec(line) ?? [];
  if (opened !== undefined && bounds !== undefined && pattern !== undefined) {
    const inner = [...(bounds.match(bound) ?? []), pattern].map(withComma);
    return [{ first: opened, inner, last: "};" }];
  }
  const [, left, right] = conjunctionLine.exec(line) ?? [];
  if (left === undefined || right === undefined) return [];
  return [[`${left} && ${right}`], [`${left} &&`, right]].map((inner) => ({
    first: "return (",
    inner,
    last: ");",
  }));
}

function withComma(part: string): string {
  return `${part},`;
}

const importLine = /^import \{ ([^{}]+) \} from (.*)$/;
const functionLine = /^((?:export )?(?:function )?[\w$]+)\(([^()<>]+)\): ([^{}]*) \{$/;
const aliasLine = /^(export type [\w$]+ =) (.*)$/;
const arrayLine = /^(const [\w$]+: readonly string\[\] = )\[((?:"[^"\\]*"(?:, )?)+)\];$/;
const text = /"[^"\\]*"/g;
const genericLine = /^(const [\w$]+: [\w$]+)<([\w$]+), ([\w$]+)> = \{$/;
/** A call whose last argument is a function that consists of a call. */
const functionGivenLine = /^([\w$.]+\([^=()]*\(\w+(?:, \w+)*\) =>) ([\w$.]+\([^()]*\))\);$/;
/** A call whose last argument is a name or a text. */
const valuesGivenLine =
  /^([\w$.]+\()("[^"\\]*"|`[^`\\]*`), ([\w$.]+), ("\w+")(?:, (\(\w+(?:, \w+)*\) => [\w$.]+\([^()]*\)))?(?:, ([\w$]+))?\);$/;
const patternLine = /^(const [\w$]+: [\w$]+ = \{) ((?:\w+: \{[^{}]*\}, )*)(\w+: \/.*\/u) \};$/;
const bound = /\b\w+: \{[^{}]*\}/g;
const conjunctionLine = /^return ([^"'`&]+) && ([^"'`&]+);$/;
