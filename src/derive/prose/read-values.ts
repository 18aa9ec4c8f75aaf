import type { ScalarType, ScalarValue } from "../../spec/operation.ts";
import { parseValue, readValue } from "./read-value.ts";

/** A value in a sentence that lists several. */
export interface ListedValue {
  readonly value: ScalarValue;
  readonly meaning?: string;
  readonly isDefault: boolean;
  readonly apart: boolean;
}

const remark = /^\s*[（(](?<text>[^（）()]*)[)）]/;
const equals =
  /^\s*(?:[：:=]\s*|(?:-{1,2}|—{1,2}|–)\s*(?=[^\d⟦\s])|表示|代表|是指|即)(?<text>[^，,；;、|。\n]*)/;
const joins =
  /^\s*(?:[、，,;；|/]\s*(?:以及|或者?|和|及|and\s|or\s)?|以及|或者?|和|及|与|and\s|or\s)\s*/i;
const ends = /^\s*(?:[。.；;](?:\s|$|[^\d])|$|\n)/;
const follows =
  /^\s*(?:[，,]\s*)?(?:以上|当前|目前|注意|说明|具体|请|默认|缺省|其中|单位|例如|比如|大小写|区分|分别|defaults?\b|the default|case[- ]sensitive|which\b|where\b|respectively\b|by default)/i;
const open =
  /^\s*(?:[，,、]\s*)?(?:等|…|\.\.|etc\b|and so on|and more|and others?|among others|其他|其它|自定义)/i;

/**
 * Reads values that a text lists from its beginning, each perhaps with its meaning: "a、b", "`a` or
 * `b`", "0：no，1：yes". Nothing where they are not all understood, or where the list is left open.
 */
export function readValues(text: string, type: ScalarType): ListedValue[] | undefined {
  const found: ListedValue[] = [];
  let rest = expand(inBraces(text) ?? spread(unwrap(text)), type);
  for (;;) {
    rest = rest.trimStart();
    const read = readValue(rest);
    if (read === undefined) return undefined;
    rest = read.rest;
    let meaning = "";
    let isDefault = false;
    for (let behind = remark.exec(rest); behind !== null; behind = remark.exec(rest)) {
      const { text: said = "" } = behind.groups ?? {};
      if (isDefaultMark(said)) isDefault = true;
      else meaning ||= said;
      isDefault ||= /[，,]\s*(?:默认值?|default)$/.test(said);
      rest = rest.slice(behind[0].length);
    }
    const explained = equals.exec(rest);
    if (explained !== null) {
      meaning ||= explained.groups?.text?.trim() ?? "";
      rest = rest.slice(explained[0].length);
      // A meaning may have commas of its own.
      for (let more = goesOn(rest); more !== undefined; more = goesOn(rest)) {
        meaning += more;
        rest = rest.slice(more.length);
      }
    }
    const inner = /^(?<value>[\w.+-]+)\s*[（(](?<text>[^（）()]*)[)）]$/.exec(read.value)?.groups;
    if (inner?.text !== undefined) {
      if (isDefaultMark(inner.text)) isDefault = true;
      else meaning ||= inner.text;
    }
    const value = parseValue(inner?.value ?? read.value, type);
    if (value === undefined || isSpan(String(value), type)) return undefined;
    isDefault ||= /^\s*默认值?(?:[，,]|$)/.test(meaning);
    const plainMeaning = meaning.replaceAll(/[⟦⟧]/g, "").trim();
    found.push({
      value,
      isDefault,
      apart: read.apart,
      ...(plainMeaning === "" ? {} : { meaning: plainMeaning }),
    });
    if (open.test(rest)) return undefined;
    if (follows.test(rest)) return found;
    const join = joins.exec(rest)?.[0];
    const next = join === undefined ? undefined : rest.slice(join.length);
    if (next !== undefined && readValue(next) !== undefined) {
      // Where one has its meaning behind it, a next one without is rather a new sentence.
      if (/^\s*[；;]/.test(join ?? "") && explained === null && ends.test(rest)) return found;
      rest = next;
    } else if (ends.test(rest)) {
      const behind = rest.replace(/^\s*[。.；;\n]\s*/, "");
      if (explained === null || !isExplained(behind)) return found;
      rest = behind;
    } else if (next !== undefined && /^\s*[，]/.test(rest) && /^\p{Script=Han}/u.test(next)) {
      return /等|其他|其它|自定义|任意|或|时/.test(/^[^。；\n]*/.exec(next)?.[0] ?? "")
        ? undefined
        : found;
    } else return undefined;
  }
}

/** Whether a text begins with a value and its meaning. */
function isExplained(text: string): boolean {
  const read = readValue(text);
  return read !== undefined && equals.test(read.rest.replace(remark, ""));
}

/** More of a meaning, up to the next value, or the end of the sentence. */
function goesOn(rest: string): string | undefined {
  const more = /^[，,、][^，,；;、|。\n]+/.exec(rest)?.[0];
  if (more === undefined || follows.test(rest) || open.test(rest)) return undefined;
  return readValue(more.slice(1).trimStart()) === undefined ? more : undefined;
}

function isDefaultMark(text: string): boolean {
  return /^\s*(?:默认值?|缺省值?|(?:the )?default(?: value)?)\s*$/i.test(
    text.replaceAll(/[⟦⟧]/g, ""),
  );
}

/** Two numbers with a hyphen are a range. */
function isSpan(value: string, type: ScalarType): boolean {
  return type === "string" && /^\d+-\d+$/.test(value);
}

/** "{1, 2, 3}": the braces are no part of the values. */
function inBraces(text: string): string | undefined {
  return /^\s*\{(?=[^{},]*,)(?<values>[^{}]*)\}/.exec(text)?.groups?.values;
}

/** "true/false", "30/50/100": a slash between words and numbers that are alternatives. */
function spread(text: string): string {
  return text.replace(
    /^\s*(?:(?:true|false|yes|no|on|off)(?:\/(?:true|false|yes|no|on|off))+|\d+(?:\/\d+)+)(?![\w/])/i,
    (all) => all.replaceAll("/", "|"),
  );
}

/** Several values that are set apart together: the marks are no part of them. */
function unwrap(text: string): string {
  return text.replace(/^\s*⟦((?=[^⟦⟧（(]*(?:[|、，]|, ))[^⟦⟧（(]*|\d+(?:,\d+){2,})⟧/, "$1");
}

/** "1~9、12、24" of whole numbers: a short range among values stands for each of its numbers. */
function expand(text: string, type: ScalarType): string {
  if (type !== "integer" && type !== "long") return text;
  const among =
    /^\s*⟦?(?<from>\d{1,3})⟧?\s*(?:[~～-]|到|至|to)\s*⟦?(?<to>\d{1,3})⟧?(?=\s*(?:、|，|,)\s*(?:and\s+)?⟦?\d)/;
  const { from, to } = among.exec(text)?.groups ?? {};
  const least = Number(from);
  const count = Number(to) - least + 1;
  if (!(count > 1 && count <= 31)) return text;
  return text.replace(among, Array.from({ length: count }, (_, index) => least + index).join("、"));
}
