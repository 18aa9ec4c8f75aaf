import type { EnumValue, ScalarType, ScalarValue } from "../../spec/operation.ts";
import { parseValue, readValue } from "./read-value.ts";
import { firstMatch, phrase, type Slots } from "./phrase.ts";
import type { Sentence } from "./sentence.ts";

/** A list item that documents a value. */
export interface Item {
  readonly value: EnumValue;
  readonly isDefault: boolean;
  /** The item says itself that it is about a value. */
  readonly stated: boolean;
  /** It does no more than to name the default. */
  readonly isRemark?: true;
}

/** What holds where the parameter is left out. */
const emptyItems = [
  phrase("^[如果|当|若] [取值|参数值|值] 为空 [<default>] [时] [：|:|，|,] <rest>$"),
  phrase("^null [<default>] (：|:) <rest>$"),
  phrase("^by default, this parameter is (left empty|empty)"),
  phrase("^(if|when) (you leave this parameter empty|this parameter is left empty)"),
];

const statedItems = [
  phrase(
    "^[如果|当|若] (取值|值|设置|设|参数值)为 <value> [<default>] [时] [：|:|，|,] [此时] <rest>$",
  ),
  phrase("^(if|when) you set [the value|this parameter|the parameter|it] to <value>, <rest>$"),
  phrase("^(if|when) [the|this] (value|parameter) is [set to] <value>, <rest>$"),
];

const defaultItems = [phrase("^(默认值|default value) [为|是|is] [：|:] <rest>$")];

const defaultWords = [
  phrase("(^|，|。|,|.) [该值|此值|这] (是|为) 默认[取]值"),
  phrase("(^|，|。|（) 默认[取]值 ([。|）]$|，|,)"),
  phrase("(this|which|it) is the default [value]"),
];

const openEnds = [phrase("(等|等等|etc.|etc|and so on|……|...) [。|.] $")];

const namedDefaults = [
  phrase("默认[取]值 [为|是|：] <rest>$"),
  phrase("default value [is|:] <rest>$"),
];

/** Names of several words, as they are written: "Windows Server 2016". */
const names = /^(?<value>\p{Lu}[\w.]*(?: [\p{Lu}\d][\w.]*){1,3})(?=\s*(?:[。.]?$|[：:（(]))/u;

/** Beginnings of a sentence that documents no value. */
const sentences = /^(?:If|When|By default|For|You|We|This|The|Note)\s+[a-z]/;

const dividers =
  /^\s*(?:[：:；;=]|[，,]|-{1,2}|[—–]{1,2}|表示|代表|即|是指|为|(?=[（(]))\s*(?<rest>.*)$/s;

/**
 * What a list item says of a value: "a：meaning", "b（默认）". A remark is a sentence that is about no
 * value; nothing where the item says something else.
 */
export function readItem(
  { text, line }: Sentence,
  type: ScalarType,
): Item | "remark" | "empty" | undefined {
  const oneLine = text.replaceAll(/(?<!\s)\s*\n\s*/g, " ");
  const empty = firstMatch(emptyItems, oneLine);
  if (empty !== undefined) return "empty";
  const stated = firstMatch(statedItems, oneLine);
  if (stated !== undefined) {
    const value = parseValue(readValue(stated.value ?? "")?.value ?? "", type);
    return value === undefined || value === "" ? undefined : itemOf(value, stated, line);
  }
  if (firstMatch(openEnds, oneLine) !== undefined && readValue(oneLine) === undefined)
    return undefined;
  const isDefault = firstMatch(defaultItems, oneLine);
  if (isDefault !== undefined) {
    const value = parseValue(readValue(isDefault.rest ?? "")?.value ?? "", type);
    return value === undefined
      ? "remark"
      : { value: { value, line }, isDefault: true, stated: false, isRemark: true };
  }
  return readBareItem(oneLine, line, type);
}

function readBareItem(text: string, line: number, type: ScalarType): Item | "remark" | undefined {
  if (sentences.test(text)) return "remark";
  const named = names.exec(text);
  const hyphen = /^-(?=\s*[:：])/.exec(text);
  const read =
    hyphen !== null
      ? { value: "-", rest: text.slice(1) }
      : named === null
        ? readValue(text)
        : { value: named[0], apart: false, rest: text.slice(named[0].length) };
  if (read === undefined) {
    if (/^(?:空|无)(?:值|字符串)?\s*[：:（(]/.test(text)) return "remark";
    // A sentence without a label.
    return /[。]|\. |\.$/.test(text) && !/^[^。.]{0,20}[：:]/.test(text) ? "remark" : undefined;
  }
  let { rest } = read;
  let isDefault = false;
  const mark = /^\s*[（(]\s*⟦?(?:默认值?|缺省值?|(?:the )?default(?:\s+value)?)⟧?\s*[)）]/i.exec(
    rest,
  );
  if (mark !== null) {
    isDefault = true;
    rest = rest.slice(mark[0].length);
  }
  const bare = /^\s*(?:[。.；;，,]\s*)?$/.test(rest);
  const divided = dividers.exec(rest)?.groups?.rest;
  if (!bare && divided === undefined) return undefined;
  // "a, b: …" and "a、b" are several; "1-9" and "1 to 9" a range.
  const another = /^\s*(?:[，,]\s*|-\s*)/.exec(rest);
  if (another !== null && /^[-\s]*(?:⟦|\d+\s*(?:$|[：:]))/.test(rest.slice(another[0].length)))
    return undefined;
  const inner = /^(?<value>[\w.+-]+)\s*[（(](?<meaning>[^（）()]*)[)）]$/.exec(read.value)?.groups;
  const value = parseValue(inner?.value ?? read.value, type);
  if (value === undefined || (type === "string" && /^\d+-\d+$/.test(String(value))))
    return undefined;
  // "IPv4 addresses: `a` and `b`" heads a group of values.
  if (/^\s*⟦[^⟦⟧]*⟧(?:[\s、，,;；和或及]|and|or)*⟦/.test(divided ?? "")) return undefined;
  const said = (bare ? "" : (divided ?? "")).replaceAll(/[⟦⟧]/g, "").trim();
  const remark = isDefaultMark(inner?.meaning ?? "") ? "" : (inner?.meaning ?? "");
  const meaning = said === "" ? remark : unwrapped(said);
  return {
    value: { value, ...(meaning === "" ? {} : { meaning }), line },
    isDefault:
      isDefault ||
      isDefaultMark(inner?.meaning ?? "") ||
      isNamedDefault(said, value) ||
      firstMatch(defaultWords, said) !== undefined,
    stated: false,
  };
}

function unwrapped(text: string): string {
  return /^[（(](?<inner>[^（）()]*)[)）][。.；;]?$/.exec(text)?.groups?.inner ?? text;
}

function itemOf(value: ScalarValue, slots: Slots, line: number): Item {
  const meaning = (slots.rest ?? "").replaceAll(/[⟦⟧]/g, "").trim();
  return {
    value: { value, ...(meaning === "" ? {} : { meaning }), line },
    isDefault: slots.default !== undefined,
    stated: true,
  };
}

function isDefaultMark(text: string): boolean {
  return /^\s*(?:默认值?|缺省值?|(?:the )?default(?: value)?)\s*$/i.test(text);
}

/** "A：…，默认值为A": the item's own value is named as the default. */
function isNamedDefault(text: string, value: ScalarValue): boolean {
  const rest = firstMatch(namedDefaults, text)?.rest;
  if (rest === undefined) return false;
  return readValue(rest)?.value === String(value) || text.startsWith(rest.replace(/[。；;.]$/, ""));
}
