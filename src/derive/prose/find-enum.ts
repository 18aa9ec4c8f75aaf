import type { Enum, EnumValue, ScalarType, ScalarValue } from "../../spec/operation.ts";
import { generalSentences } from "./general-sentences.ts";
import { parseValue } from "./parse-value.ts";
import { firstMatch, phrase } from "./phrase.ts";
import { valuesIn, type ProseUnit, type Sentence } from "./sentence.ts";

/** Documented values, and the one that a list marks as the default. */
export interface FoundEnum {
  readonly enum: Enum;
  readonly default?: { readonly value: ScalarValue; readonly line: number };
}

const announcements = [
  phrase("{默认|[a-z]\\s*的?}取值[范围] [可以|包括|如下|有] [为|是] (：|:)$"),
  phrase("(可选值|有效值|可能值|可取值) [为|是|包括] (：|:)$"),
  phrase("(valid|possible|allowed|supported) values [are|include] :$"),
];

const closedLists = [
  phrase("{不}(仅|只)[能|可|支持] 取值 [为|是] [：|:] <values>{时}"),
  phrase("{N的}取值 (仅|只)[能|可|支持] [为|是] <values>{时}"),
  phrase("only <values> (is|are) (supported|allowed|valid)"),
];

const openLists = [
  phrase("{默认|[a-z]\\s*的?}取值 [为|是] (：|:) <values>$"),
  phrase("(可选值|有效值|可能值|可取值) [为|是] (：|:) <values>$"),
  phrase("(valid|possible|allowed|supported) values [are|include] [:] <values>$"),
];

const emptyItems = [phrase("^取值为空 [<default>] [时] [：|:|，|,] <rest>$")];

const statedItems = [phrase("^取值为 <value> [<default>] [时] [：|:|，|,] <rest>$")];

const bareItems = [
  phrase("^<value> [<default>] (：|:) <rest>$"),
  phrase("^<value> [<default>] (，|,|-|—|–){⟦} <rest>$"),
];

const joined = [
  phrase("(用|以|使用) <rest> (分隔|隔开|分割|间隔)"),
  phrase("separate[d] <rest> (with|by)"),
];

const loneItems = [phrase("^<value> [<default>] [。|.|；|;]$")];

/**
 * Documented values: a list whose every item begins with a value, announced by the text before it
 * ("取值：", "Valid values:"), by the items themselves ("取值为…时") or by the type (true and false);
 * or values in a sentence ("仅取值 x", "取值：x、y"). A text that joins several values has none.
 */
export function findEnum(units: readonly ProseUnit[], type: ScalarType): FoundEnum | undefined {
  const joins = units.some(({ whole }) => firstMatch(joined, whole.text) !== undefined);
  if (type === "string" && joins) return undefined;
  return findList(units, type) ?? findInSentence(units, type);
}

function findList(units: readonly ProseUnit[], type: ScalarType): FoundEnum | undefined {
  const first = units.findIndex(isItem);
  if (first === -1) return undefined;
  const behind = units.slice(first).findIndex((unit) => unit.kind !== "item");
  const list = units.slice(first, behind === -1 ? undefined : first + behind).filter(isItem);
  const items = list.map(({ whole }) => readItem(whole, type));
  if (items.length === 0 || items.some((item) => item === undefined)) return undefined;
  const found = items.filter((item) => item !== undefined);

  const announced = generalSentences(units.slice(0, first)).some(
    ({ text }) => firstMatch(announcements, text) !== undefined,
  );
  const stated = found.some((item) => item.stated);
  if (!announced && !stated && type !== "boolean") return undefined;
  const marked = found.find((item) => item.isDefault)?.value;
  return {
    enum: { closed: false, values: withoutDoubles(found.map(({ value }) => value)) },
    ...(marked?.line === undefined ? {} : { default: { value: marked.value, line: marked.line } }),
  };
}

function isItem(unit: ProseUnit): boolean {
  return unit.kind === "item" && unit.depth === 0;
}

interface Item {
  readonly value: EnumValue;
  readonly isDefault: boolean;
  /** The item says itself that it is about a value. */
  readonly stated: boolean;
}

function readItem({ text, line }: Sentence, type: ScalarType): Item | undefined {
  const oneLine = text.replaceAll(/\s*\n\s*/g, " ");
  const empty = firstMatch(emptyItems, oneLine);
  const stated = firstMatch(statedItems, oneLine);
  const slots = empty ?? stated ?? firstMatch([...bareItems, ...loneItems], oneLine);
  if (slots === undefined) return undefined;
  const value = parseValue(empty === undefined ? (valuesIn(slots.value ?? "")[0] ?? "") : "", type);
  if (value === undefined) return undefined;
  const meaning = (slots.rest ?? "").replaceAll(/[⟦⟧]/g, "").trim();
  return {
    value: { value, ...(meaning === "" ? {} : { meaning }), line },
    isDefault: slots.default !== undefined,
    stated: empty !== undefined || stated !== undefined,
  };
}

function findInSentence(units: readonly ProseUnit[], type: ScalarType): FoundEnum | undefined {
  for (const { text, line } of generalSentences(units)) {
    const closed = firstMatch(closedLists, text);
    const slots = closed ?? firstMatch(openLists, text.replace(/[。.；;]$/, ""));
    const raw = valuesIn(slots?.values ?? "");
    const values = raw
      .map((value) => parseValue(value, type))
      .filter((value) => value !== undefined);
    if (values.length === 0 || values.length < raw.length) continue;
    const documented = withoutDoubles(values.map((value) => ({ value, line })));
    return { enum: { closed: closed !== undefined, values: documented } };
  }
  return undefined;
}

function withoutDoubles(values: readonly EnumValue[]): EnumValue[] {
  return values.filter(
    ({ value }, index) => values.findIndex((other) => other.value === value) === index,
  );
}
