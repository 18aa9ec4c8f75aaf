import { firstMatch, phrase } from "./phrase.ts";
import type { ProseUnit, Sentence } from "./sentence.ts";

const denials = [phrase("(不仅|不只|不限于)"), phrase("not only")];

const labels = [phrase("^ <start> (：|:)")];

/** Labels of a fact, not of a case: "最大值：100". */
const facts = [
  phrase(
    "^(默认值|默认|缺省值|取值范围|取值|最大值|最小值|长度|长度限制|单位|格式|默认取值|可选值|有效值) [为|是] (：|:)",
  ),
  phrase(
    "^(default value|default|valid values|maximum value|minimum value|unit|value range) [is] :",
  ),
];

/** The beginning of an item that is about one value, of this parameter or of another. */
const value =
  /^(?:⟦|["“]?[\w.+-]{1,40}["”]?\s*(?:[：:（(=;；，,]|-\s|[—–]|表示|代表|为|是|indicates|specifies|means|is\s)|[\w.+-]{1,40}$)/i;

/**
 * The sentences that hold in every case. "When Protocol is HTTP, …" states nothing of other cases, nor
 * does a list item that begins with the label of its case, or goes on after a first sentence about one
 * value or one case. What is listed under a case belongs to it.
 */
export function generalSentences(units: readonly ProseUnit[]): Sentence[] {
  /** The depth at which a case began; nothing outside of cases. */
  let depth: number | undefined;
  return units.flatMap((unit) => {
    const level = unit.kind === "item" ? unit.depth : -1;
    if (depth !== undefined && level > depth) return [];
    const { general, opensCase } = judge(unit);
    depth = opensCase ? level : undefined;
    return general;
  });
}

/** What a unit says by itself. */
interface Judged {
  readonly general: readonly Sentence[];
  /** Whether what is listed under it belongs to a case. */
  readonly opensCase: boolean;
}

/** What is known of each unit already, for every finder asks. */
const known = new WeakMap<ProseUnit, Judged>();

function judge(unit: ProseUnit): Judged {
  const judged = known.get(unit) ?? judgeAnew(unit);
  known.set(unit, judged);
  return judged;
}

function judgeAnew({ kind, whole, sentences }: ProseUnit): Judged {
  const isItem = kind === "item";
  const isLabelled =
    isItem &&
    firstMatch(facts, whole.text) === undefined &&
    firstMatch(labels, whole.text) !== undefined;
  if (isLabelled) return { general: [], opensCase: true };
  const last = sentences.at(-1)?.text ?? "";
  // In an item about one value, or about one case, what comes behind is about it too.
  const isNarrow = isItem && (value.test(whole.text) || isConditional(sentences[0]?.text ?? ""));
  const stated = isNarrow ? sentences.slice(0, 1) : sentences;
  return {
    general: stated.filter(
      ({ text }) => !isConditional(text) && firstMatch(denials, text) === undefined,
    ),
    opensCase: /[:：]$/.test(last) && isConditional(last),
  };
}

/** A parameter left out is no case of its own: what holds then is its default. */
const absent = "[不未](设置|填写?|传入?|指定|配置|选择?|输入)[该此本]?参?数?|为空";

const cases = [
  phrase(`(^|，|,|；|（|：|:) (当|如果|若|对于|针对|除非){前|天|日|月|地|${absent}}`),
  phrase(`{${absent}}(时|时候|情况[下]|场景[下]|模式下) (，|,)`),
  phrase("(^|，|,|；|（) (仅|只) [在] <subject> 时"),
  phrase("(if|when|unless){you do not|this parameter is (not|left)}"),
];

/** "For poems, …": with a space, or "Only …" would be one. */
const scope = /^(?:for|in|on)\s[^，。；,;]{1,100},/i;

/** Whether a sentence speaks of a case: "当Protocol为HTTP时，…", "If …". */
export function isConditional(text: string): boolean {
  return scope.test(text) || firstMatch(cases, text) !== undefined;
}
