import type { Enum, EnumValue, ScalarType, ScalarValue } from "../../spec/operation.ts";
import { generalSentences, isConditional } from "./general-sentences.ts";
import { firstMatch, phrase, type Slots } from "./phrase.ts";
import { parseValue } from "./read-value.ts";
import { readItem, type Item } from "./read-item.ts";
import { readValues, type ListedValue } from "./read-values.ts";
import type { ProseUnit, Sentence } from "./sentence.ts";

/** Documented values, and the one that a list marks as the default. */
export interface FoundEnum {
  readonly enum: Enum;
  readonly default?: { readonly value: ScalarValue; readonly line: number };
}

/** How many lists of a text are looked at, for each is read to the end of the text. */
const MOST_LISTS = 20;

/** Words behind which values follow; with nothing behind them they announce a list. */
const announcements = [
  phrase(
    "{默认|[a-z⟧]\\s*的?}(取值|参数值|有效取值|合法取值|可选取值|枚举取值) [的] [范围|说明|含义|列表|类型] [可以|包括|包含|如下|有|分别|目前支持|支持|定义|描述]{时|由} [为|是|如下] (：|:) <rest>$",
  ),
  phrase(
    "(可选值|有效值|可能值|可能的值|可能的取值|可取值|可选项|枚举值|枚举|合法值|返回值|支持的值|可选) [范围] [为|是|包括|包含|有|如下|分别] (：|:) <rest>$",
  ),
  phrase(
    "(valid|possible|allowed|supported|available|optional|acceptable|permitted|legal|accepted) (values|value|options) [are|is|include|includes] [as follows|listed below|the following|the following values] : <rest>$",
  ),
  phrase(
    "(^|,) [the] (value|values|options|value range|value description|values include|values are|valid value range) [is|are] [as follows] : <rest>$",
  ),
];

/** Weaker words, that announce a list and nothing else. */
const listAnnouncements = [
  phrase(
    "(包括|包含|类型|状态|选项|如下|以下|分为|有|支持|说明|含义) [几种|几类|两种|三种] (：|:) $",
  ),
  phrase(
    "(as follows|the following|the following values|include|includes|options|values|either|one of|types|are|can be) : $",
  ),
];

/** Words behind which values follow without a colon. */
const openLists = [
  phrase(
    "{默认|[a-z⟧]\\s*的?}(取值|可选值|有效值|可能值|可取值) [范围] [可以|可|包括|包含|支持|有|固定] [为|是] <rest>$",
  ),
  phrase("(固定|统一|取固定值|固定值) (取值为|取值|取固定值|设置为|设为|填|为|：) <rest>$"),
  phrase(
    "(valid|possible|allowed|supported|available) (values|value) (are|is|include|includes) <rest>$",
  ),
  phrase("(the value|this parameter) (is fixed to|is fixed as|is always|is always set to) <rest>$"),
  phrase("(^|, so) set (this|the|its) (parameter|value|value of this parameter) to <rest>$"),
];

/** Words behind which one value may be an example, or a case. */
const looseLists = [
  phrase("(可以|可|可选|可设置|可设) (取值为|取值|设置为|设为|填|为) <rest>$"),
  phrase("{不|仅|只|还|也}支持 [：] <rest>$"),
  phrase("(the value|this parameter|it) (can be|must be|is either) [either|set to] <rest>$"),
];

const closedLists = [
  phrase("{不}(仅|只)[能|可|支持] [取值|设置|填写|传入|传] [为|是] [：|:] <rest>{时}"),
  phrase("{N的}取值 (仅|只)[能|可|支持] [为|是] <rest>{时}"),
];

const closedBehind = [phrase("only <values> (is|are) (supported|allowed|valid)")];

const joined = [
  phrase("(用|以|使用) <rest> (分隔|隔开|分割|间隔)"),
  phrase("separate[d] <rest> (with|by)"),
];

/**
 * Documented values: a list whose every item begins with a value, announced by the text before it
 * ("取值：", "Valid values:"), by the items themselves ("取值为…时"), by the type (true and false) or by
 * the example; or values in a sentence ("仅取值 x", "取值：x、y", "0：no，1：yes", "(x|y)"). Of a text that joins several
 * they are the values of its items.
 */
export function findEnum(
  units: readonly ProseUnit[],
  type: ScalarType,
  example = "",
): FoundEnum | undefined {
  return (
    findList(units, type) ??
    findAnnounced(units, type) ??
    findLines(units, type) ??
    findList(units, type, example) ??
    findExplained(units, type, example) ??
    findAlternatives(units, type)
  );
}

const alternatives = /[（(]\s*(?<list>[\w.:-]{1,40}(?:\s?\|\s?[\w.:-]{1,40}){1,20})\s*[)）]/;

/** "The protocol (http|https).": alternatives as commands show them. */
function findAlternatives(units: readonly ProseUnit[], type: ScalarType): FoundEnum | undefined {
  for (const { text, line } of generalSentences(units)) {
    const list = alternatives.exec(text)?.groups?.list;
    const values = list?.split("|").map((value) => parseValue(value.trim(), type)) ?? [];
    const known = values.filter((value) => value !== undefined);
    if (known.length === 0 || known.length < values.length) continue;
    return foundOf(known.map((value) => ({ value: { value, line }, isDefault: false })));
  }
  return undefined;
}

/** With the example, a list that nothing announces counts too where it tells by itself. */
function findList(
  units: readonly ProseUnit[],
  type: ScalarType,
  example?: string,
): FoundEnum | undefined {
  let lists = 0;
  for (let first = 0; first < units.length && lists < MOST_LISTS; first += 1) {
    if (!isItem(units[first]) || isItem(units[first - 1])) continue;
    lists += 1;
    const found = readList(units.slice(first), type);
    if (found === undefined) continue;
    const values = found.items.map(({ value }) => value);
    const announced = isAnnounced(units.slice(0, first), values);
    if (!announced && isConditional(lastOf(units.slice(0, first)))) continue;
    const least = found.empty ? 1 : 2;
    const stated = found.items.length >= least && found.items.some((item) => item.stated);
    const telling = example !== undefined && (stated || areTelling(values, type, example));
    if (announced || telling) return foundOf(found.items);
  }
  return undefined;
}

/** Items of a list, and whether one says what holds without a value. */
interface List {
  readonly items: readonly Item[];
  readonly empty: boolean;
}

/** The items that units begin with; a paragraph between two of them belongs to the first. */
function readList(units: readonly ProseUnit[], type: ScalarType): List | undefined {
  const items: Item[] = [];
  let empty = false;
  for (const [index, unit] of units.entries()) {
    if (isItem(unit)) {
      const item = readItem(unit.whole, type);
      if (item === undefined) {
        // What comes after a paragraph may be another list.
        const behind = units.slice(0, index).findLastIndex(({ kind }) => kind !== "item");
        return behind === -1 ? undefined : readList(units.slice(0, behind), type);
      }
      if (item === "empty") empty = true;
      else if (item !== "remark") items.push(item);
    } else if (unit.kind !== "item" && /[:：]$/.test(unit.sentences.at(-1)?.text ?? "")) break;
  }
  return items.length === 0 ? undefined : { items, empty };
}

function isAnnounced(before: readonly ProseUnit[], values: readonly EnumValue[]): boolean {
  const general = generalSentences(before).map(({ text }) => text);
  const last = general.findLast((text) => /[:：]$/.test(text)) ?? general.at(-1) ?? "";
  const rest = firstMatch(announcements, last)?.rest;
  if (rest === "" || (rest !== undefined && firstMatch(announcements, rest)?.rest === ""))
    return true;
  return (
    values.length > 1 &&
    values.every(({ meaning }) => meaning !== undefined) &&
    (firstMatch(listAnnouncements, general.at(-1) ?? "") !== undefined ||
      isTopic(general.at(-1) ?? ""))
  );
}

/** "生效时间：" names the parameter; its values follow. */
function isTopic(text: string): boolean {
  return (
    /^\p{Script=Han}{2,8}[：:]$/u.test(text) &&
    !/注意|说明|要求|限制|规则|格式|条件|情况|例|如下|场景|系统|信息|以下|参数|字段|结构|内容|元素|属性/.test(
      text,
    )
  );
}

function lastOf(units: readonly ProseUnit[]): string {
  return units.at(-1)?.sentences.at(-1)?.text ?? "";
}

/** Whether values show by themselves that they are those of the parameter. */
function areTelling(values: readonly EnumValue[], type: ScalarType, example: string): boolean {
  if (type === "boolean") return true;
  const isExample = values.some(
    ({ value }) => String(value).toLowerCase() === example.trim().toLowerCase(),
  );
  const told = values.filter(({ meaning }) => meaning !== undefined).length;
  if (values.length < 2 || (told < values.length && !(isExample && told === 0))) return false;
  if (example.trim() !== "" && !isExample) return false;
  const isText = type === "string" || type === "any";
  return (
    isExample ||
    !isText ||
    values.every(({ value }) => /^(?:\d{1,3}|true|false|yes|no|on|off)$/i.test(String(value)))
  );
}

function isItem(unit: ProseUnit | undefined): boolean {
  return unit?.kind === "item" && unit.depth === 0;
}

/** In how many places of a description values are looked for: each may take the rest of its text. */
const PLACES = 50;

/** "取值：a、b", "Valid values: a and b": values behind an announcement. */
function findAnnounced(units: readonly ProseUnit[], type: ScalarType): FoundEnum | undefined {
  const general = new Set(generalSentences(units));
  let places = 0;
  for (const { kind, sentences } of units) {
    for (const [index, sentence] of sentences.entries()) {
      const { text, line } = sentence;
      // In an item, what stands before the words is the case that they hold for.
      if (!general.has(sentence) || (kind === "item" && !leading.test(text))) continue;
      for (const { slots, closed, several } of announcedIn(text)) {
        const rest = slots.rest ?? slots.values ?? "";
        if (rest.trim() === "") continue;
        places += 1;
        if (places > PLACES) return undefined;
        const values = readValues(withBehind(rest, sentences, index), type);
        if (values === undefined || isVague(values)) continue;
        if (values.length === 1 && (several || isBareNumber(values, text))) continue;
        const meanings = meaningsIn(units, type);
        return foundOf(
          values.map((value) => ({
            value: { ...meanings.get(value.value), ...valueOf(value, line) },
            isDefault: value.isDefault,
          })),
          // A text that joins values is none of them.
          closed && !units.some(({ whole }) => firstMatch(joined, whole.text) !== undefined),
        );
      }
    }
  }
  return undefined;
}

const leading =
  /^(?:目前|当前|，|,|\s)*(?:取值|可选值|有效值|可能值|仅|只|固定|valid|possible|allowed|supported|the value|value|only|set)/i;

/** All phrases behind which values follow; `several`: a single value behind it is none. */
const announcing = [
  ...[...announcements, ...openLists].map((one) => ({ one, several: false })),
  ...looseLists.map((one) => ({ one, several: true })),
];

interface Announced {
  readonly slots: Slots;
  /** There are no other values. */
  readonly closed: boolean;
  /** A single value is none. */
  readonly several: boolean;
}

function announcedIn(text: string): Announced[] {
  const found: Announced[] = [];
  const only = firstMatch(closedLists, text) ?? firstMatch(closedBehind, text);
  if (only !== undefined && !/(?<![A-Za-z])N\s*的?\s*取值/.test(text)) {
    // "仅支持X" with one plain word says too little of what X is.
    const several = !/取值|设置为|⟦|支持\s*\w*[_\d]\w*/.test(text);
    found.push({ slots: only, closed: true, several });
  }
  for (const { one, several } of announcing) {
    const slots = one.match(text);
    if (slots !== undefined) found.push({ slots, closed: false, several });
  }
  return found;
}

/** "A value of 20 specifies that …": a sentence that explains a value listed before. */
const explanation =
  /^(?:a value of|the value)\s+(?:⟦(?<marked>[^⟦⟧]+)⟧|(?<plain>[\w.-]+))\s+(?:specifies|indicates|means)\s+(?:that\s+)?(?<meaning>.{1,500})$/is;

/** The values that list items or later sentences explain, as they stand there. */
function meaningsIn(
  units: readonly ProseUnit[],
  type: ScalarType,
): ReadonlyMap<ScalarValue, EnumValue> {
  const items = units.filter(isItem).map(({ whole }) => readItem(whole, type));
  const explained = units.flatMap(({ sentences }) =>
    sentences.flatMap(({ text, line }) => {
      const { marked, plain = "", meaning } = explanation.exec(text)?.groups ?? {};
      const value = parseValue(marked ?? plain, type);
      return meaning === undefined || value === undefined ? [] : [{ value, meaning, line }];
    }),
  );
  const listed = items.flatMap((item) => (typeof item === "object" ? [item.value] : []));
  return new Map([...explained, ...listed].map((item) => [item.value, item]));
}

/** One number behind "取值范围" is the beginning of a range. */
function isBareNumber([first]: readonly ListedValue[], text: string): boolean {
  return typeof first?.value === "number" && /范围|range/.test(text);
}

/** Lines behind an announcement that are no list to Markdown, each a value: "取值：<br>a<br>b". */
function findLines(units: readonly ProseUnit[], type: ScalarType): FoundEnum | undefined {
  const general = new Set(generalSentences(units));
  const end = units.findIndex(({ kind }) => kind !== "paragraph");
  const lines = units.slice(0, end === -1 ? undefined : end).flatMap(({ sentences }) => sentences);
  const announcement = lines.findIndex(
    (sentence) => general.has(sentence) && firstMatch(announcements, sentence.text)?.rest === "",
  );
  if (announcement === -1) return undefined;
  const found: Item[] = [];
  for (const sentence of lines.slice(announcement + 1)) {
    const item = readItem(sentence, type);
    if (typeof item !== "object" || item.isRemark === true) break;
    found.push(item);
  }
  return found.length === 0 ? undefined : foundOf(found);
}

const explained =
  /(?:^|[，,。；;：:\s（(])(?<list>(?:["“]?⟦)?(?:true|false|-?\d{1,4})(?:⟧["”]?)?\s*(?:[：:]|表示|代表).*)$/is;

/** "是否可借。0：否，1：是": values that nothing announces, each with its meaning. */
function findExplained(
  units: readonly ProseUnit[],
  type: ScalarType,
  example: string,
): FoundEnum | undefined {
  const general = new Set(generalSentences(units));
  let places = 0;
  for (const { kind, sentences } of units) {
    if (kind !== "paragraph") continue;
    for (const [index, sentence] of sentences.entries()) {
      const list = general.has(sentence) ? explained.exec(sentence.text)?.groups?.list : undefined;
      if (list === undefined) continue;
      places += 1;
      if (places > PLACES) return undefined;
      const values = readValues(withBehind(list, sentences, index), type);
      const found = (values ?? []).map((value) => ({
        value: valueOf(value, sentence.line),
        isDefault: value.isDefault,
      }));
      if (found.length < 2 || found.some(({ value }) => value.meaning === undefined)) continue;
      if (
        areTelling(
          found.map(({ value }) => value),
          type,
          example,
        )
      )
        return foundOf(found);
    }
  }
  return undefined;
}

/** The rest of a sentence with the sentences behind it. */
function withBehind(rest: string, sentences: readonly Sentence[], index: number): string {
  return [rest, ...sentences.slice(index + 1).map(({ text }) => text)].join("\n");
}

/** A lone word with a slash may be two values. */
function isVague(values: readonly ListedValue[]): boolean {
  const [first] = values;
  return values.length === 1 && first?.apart === false && String(first.value).includes("/");
}

function valueOf({ value, meaning }: ListedValue, line: Sentence["line"]): EnumValue {
  return { value, ...(meaning === undefined ? {} : { meaning }), line };
}

const opposite = /^(?:非默认|not (?:the )?default|non-default)/i;

function foundOf(
  items: readonly { readonly value: EnumValue; readonly isDefault: boolean }[],
  closed = false,
): FoundEnum {
  // Beside "NotDefault（非默认）" the mark of "Default（默认）" says what it means.
  const isMeaning = items.some(({ value }) => opposite.test(value.meaning ?? ""));
  const marked = isMeaning ? undefined : items.find((item) => item.isDefault)?.value;
  return {
    enum: { closed, values: withoutDoubles(items.map(({ value }) => value)) },
    ...(marked?.line === undefined ? {} : { default: { value: marked.value, line: marked.line } }),
  };
}

function withoutDoubles(values: readonly EnumValue[]): EnumValue[] {
  const seen = new Set<ScalarValue>();
  return values.filter(({ value }) => !seen.has(value) && seen.add(value));
}
