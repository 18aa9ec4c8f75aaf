import type { Condition, ScalarValue, When } from "../spec/operation.ts";
import { indexParameters, summaryKey, summaryOf, type ParameterIndex } from "./index-parameters.ts";
import type { Parameter } from "./rows/parameter.ts";
import { isConditional } from "./prose/general-sentences.ts";
import { firstMatch, phrase, type Phrase } from "./prose/phrase.ts";
import { readValues } from "./prose/read-values.ts";
import type { ProseUnit, Sentence } from "./prose/sentence.ts";

const given = "(设置|配置|指定|传入|填写|提供|使用|传)";

const givenItself = `(${given} 该参数|${given} $)`;

const effective =
  "(valid|available|takes effect|take effect|effective|applicable|applies|can be used|can be specified|can be set)";

/** Said of the row's own parameter, which `withSelf` has made "该参数" and "this parameter". */
const exclusive = [
  phrase(
    `(仅当|只有当|只有|仅在|只在|仅|只) <subject> [时|的时候] [，] [该参数] [方可|才可以|才可|才能|才会|才] [可以|可] [为] (有效|生效|可用|适用|支持 ${givenItself}|${givenItself}){的}`,
  ),
  phrase(
    `(^|，|：|（) [当|如果|若] <subject> [时] [，] [该参数] (方可|才可以|才可|才能|才会|才) [为] [被|可以] (有效|生效|可用|适用|${givenItself})`,
  ),
  phrase("(^|，|：|（) 当 <subject> 时 [，] [该参数] [为] (有效|生效|可用|有意义)"),
  phrase("^该参数 [仅|只] [在|当|对] <subject> [时] [才|方可] [为] (有效|生效|可用)"),
  phrase(`(^|，) 当 <subject> 时 ， [您] (可以|可) ${given} 该参数`),
  phrase(`this parameter [is] [only] ${effective} [and required] [only] (when|if|for) <subject>$`),
  phrase("^(valid|available|takes effect|applicable) only (when|if|for) <subject>$"),
  phrase("^[only] (when|if) <subject>, this parameter (is valid|takes effect|is available)"),
  phrase("can (specify|set|use) this parameter only (when|if) <subject>$"),
  phrase("^only <subject> support[s] this parameter"),
];

const required = `(必选|必填|必传|必需|必须 ${givenItself}|必须 传入|需要 ${given} 该参数|需 ${given} 该参数|不能为空){为|不}`;

const obligatory = [
  phrase(
    `(仅当|只有当|只有|仅在|只在|仅|只) <subject> [时|的时候] [，] [该参数] [才] (需要|需) ${givenItself}`,
  ),
  phrase(`^[当|如果|若] <subject> [的话|时] [，] [您] [则] [还] [该参数] [是|为|均为] ${required}`),
  phrase(
    `(，|：|（) (当|如果|若|仅当) <subject> [的话|时] [，] [您] [则] [还] [该参数] [是|为|均为] ${required}`,
  ),
  phrase(
    `(^|，|：|（) [当|如果|若|仅当] <subject> 时 [，] [该参数] [方可|才] (生效|有效|可用) (并为|且为|并且为|并|且) ${required}`,
  ),
  phrase(
    "this parameter (is [valid and|available and|also] required|must be specified|must be set) [only] (when|if|for) <subject>$",
  ),
  phrase(`this parameter [is] ${effective} and [is] required [only] (when|if|for) <subject>$`),
  phrase("^required [only] (when|if|for) <subject>$"),
  phrase("[you] must (specify|set|configure) this parameter (when|if) <subject>$"),
  phrase(
    "^(when|if) <subject>, (this parameter is required|this parameter must be specified|you must specify this parameter|you must set this parameter)",
  ),
  phrase("^only <subject> (require|need)[s] this parameter"),
];

const scoped = [
  phrase("^(对于|当|如果) <subject> [时] ， <rest>"),
  phrase("^for <subject>, <rest>"),
];

const equal = [
  phrase(
    "(^|，|即) [即] <start> (和|与|及) <other> (需要|需|必须|应|须|要) [保持] (相同|一致|相等)",
  ),
  phrase("the <start> and [the] <other> must be the same"),
];

/**
 * Rules between parameters that a row's prose states. A subject such as "HTTPS协议的监听" names a case
 * by a documented value: the parameter that documents it is the one meant, if there is only one.
 */
export function deriveConditions(parameter: Parameter, all: readonly Parameter[]): Condition[] {
  const sentences = tellingSentences(parameter.prose);
  if (sentences.length === 0) return [];
  const others = indexParameters(all);
  return sentences.flatMap(({ text, line }) => {
    const plain = withSelf(withoutMarks(text).replace(/[。.；;]$/, ""), parameter);
    return derive(plain, parameter, others).map((condition) => ({ ...condition, line }));
  });
}

/** What every phrase above has one of. */
const telling =
  /[仅只当若才须需必]|方可|如果|对于|不能为空|相同|一致|相等|\b(?:only|when|if|for|must|same)\b/i;

const known = new WeakMap<readonly ProseUnit[], readonly Sentence[]>();

/** The sentences that may state a rule. */
function tellingSentences(units: readonly ProseUnit[]): readonly Sentence[] {
  const found =
    known.get(units) ??
    units.flatMap(({ sentences }) => sentences.filter(({ text }) => telling.test(text)));
  known.set(units, found);
  return found;
}

function derive(text: string, parameter: Parameter, others: ParameterIndex): Condition[] {
  // Two cases in one sentence: which of them the rule is for, or whether both, is not known.
  const first = text.search(/当|如果|若/);
  if (first !== -1 && /[，,](?:当|如果|若|且)/.test(text.slice(first + 1))) return [];
  const stated = [
    ...statedBy("onlyWhen", exclusive, text, parameter, others),
    ...statedBy("requiredWhen", obligatory, text, parameter, others),
  ];
  if (stated.length > 0) return stated;

  const scope = firstMatch(scoped, text);
  const when = whenOf(scope?.subject, parameter, others);
  const rule = scope?.rest ?? text;
  // A case that is not understood must not become a rule for every case.
  if (scope === undefined ? isConditional(text) : when === undefined) return [];
  const to = equalTo(rule, parameter, others);
  if (to === undefined) return [];
  return [{ kind: "equals", to, ...(when === undefined ? {} : { when }) }];
}

function statedBy(
  kind: "onlyWhen" | "requiredWhen",
  phrases: readonly Phrase[],
  text: string,
  parameter: Parameter,
  others: ParameterIndex,
): Condition[] {
  for (const candidate of phrases) {
    const subject = candidate.match(text)?.subject;
    // "仅…需要" says when it is needed, not what it is meant for.
    if (
      kind === "onlyWhen" ? /(?:需要?|必须)$/.test(subject ?? "") : /^[仅只]/.test(subject ?? "")
    ) {
      continue;
    }
    const when = statedWhen(subject, parameter, others) ?? whenOf(subject, parameter, others);
    if (when !== undefined) return [{ kind, when }];
  }
  return [];
}

/** The text without marks; a Latin word that touches one stays a word of its own. */
function withoutMarks(text: string): string {
  return text.replaceAll(/⟧(?=[A-Za-z])|(?<=[A-Za-z])⟦/g, " ").replaceAll(/[⟦⟧]/g, "");
}

/** The text, with what it calls the row's own parameter made one word. */
function withSelf(text: string, { segments }: Parameter): string {
  const name = segments.at(-1)?.name ?? "";
  if (!/^\w+$/.test(name)) return text;
  let plain = text.replaceAll(/(?:此|本|这个|该)(?:参数|字段|选项)/g, "该参数");
  if (plain.toLowerCase().includes(name.toLowerCase())) {
    const chinese = new RegExp(
      `参数\\s*${name}(?![\\w.])|(?<![\\w.])${name}\\s*参数(?!值|取值)`,
      "g",
    );
    const english = new RegExp(`\\bthe ${name} parameter\\b`, "gi");
    plain = plain.replaceAll(chinese, "该参数").replaceAll(english, "this parameter");
  }
  return plain.replace(/^(?:This|It)(?= (?:is|takes|only|must|can)\b)/, "this parameter");
}

const comparison =
  /^(?:您)?(?:将|把)?(?:创建实例接口中的)?\s?(?:参数)?\s?(?:you set |the value of )?(?:the )?(?<member>[A-Za-z][\w.]*)\s?(?:parameter\b|参数)?\s?的?\s?(?:is set to|is specified as|is set as|set to|is|equals|to|(?:参数)?(?:取值|值|被?设置|被?置|被?指定)?(?:=|为|是|等于)|取值)\s?(?<values>.+)$/i;

/** "InstanceChargeType is set to PrePaid": a case that names a parameter and its values. */
function statedWhen(
  subject: string | undefined,
  parameter: Parameter,
  others: ParameterIndex,
): When | undefined {
  const found = comparison.exec(subject?.trim().replaceAll(/[^\S\n]+/g, " ") ?? "")?.groups;
  if (found?.member === undefined) return undefined;
  const meant = memberNamed(found.member, parameter, others);
  const type = meant?.type.kind === "scalar" ? meant.type.type : undefined;
  if (meant === undefined || type === undefined) return undefined;
  if (
    meant.constraints.enum === undefined &&
    /^(?:not\b|[a-z]+ed$|empty|valid|null|空)/.test(found.values ?? "")
  )
    return undefined;
  const values = readValues((found.values ?? "").replace(/^(?:the )?(?:value )/, ""), type);
  if (values === undefined || values.some(({ meaning }) => meaning !== undefined)) return undefined;
  const documented = meant.constraints.enum?.values.map(({ value }) => value);
  const named = values.map(({ value }) =>
    documented === undefined ? value : asListed(value, documented),
  );
  const known = named.filter((value) => value !== undefined);
  return known.length < named.length ? undefined : { member: meant.path, in: known };
}

/** A value as it is documented, where pages differ in upper and lower case. */
function asListed(value: ScalarValue, documented: readonly ScalarValue[]): ScalarValue | undefined {
  if (documented.includes(value)) return value;
  const alike = documented.filter(
    (one) => String(one).toLowerCase() === String(value).toLowerCase(),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

/** The parameter of a name: of several the one beside the row's own. */
function memberNamed(
  name: string,
  parameter: Parameter,
  others: ParameterIndex,
): Parameter | undefined {
  const words = name.split(".").filter((word) => !/^(?:[Nn]|\d+)$/.test(word));
  const meant = (others.byName.get(words.at(-1) ?? "") ?? []).filter((other) => {
    const { segments } = other;
    if (other === parameter) return false;
    const names = segments.map((segment) => segment.name);
    return names.slice(-words.length).join(".") === words.join(".");
  });
  if (meant.length < 2) return meant[0];
  const beside = meant.filter((other) => parentOf(other) === parentOf(parameter));
  return beside.length === 1 ? beside[0] : undefined;
}

/** What makes a subject more, or the opposite, of the values that it names. */
const tangled = [
  phrase("(非|不|除|未|无|没有|且|并|同时|大于|小于|超过)"),
  phrase("(not|other|except|unless)"),
];

const joins = [phrase("(和|与|及|或|、)"), phrase("(and|or)")];

/** The one parameter, and its values, that a subject names. */
function whenOf(
  subject: string | undefined,
  parameter: Parameter,
  others: ParameterIndex,
): When | undefined {
  if (subject === undefined || subject.includes("该参数")) return undefined;
  if (firstMatch(tangled, subject) !== undefined) return undefined;
  const words = wordsIn(subject);
  const named = allOf(others.byName, words, parameter);
  if (named.length > 1) return undefined;
  const least = firstMatch(joins, subject) === undefined ? 1 : 2;
  // A name that no parameter has: a slip, or something else's.
  if (named.length === 0 && hasStranger(subject, parameter, others)) return undefined;
  const anyCase = wordsIn(subject.toLowerCase());
  const meant = named.length > 0 ? named : allOf(others.byValue, anyCase, parameter);
  const candidates = meant.flatMap((other) => {
    const documented = (other.constraints.enum?.values ?? []).map(({ value }) => value);
    const exact = documented.filter((value) => words.has(String(value)));
    const values =
      exact.length > 0 || !isAbout(other, subject)
        ? exact
        : documented.filter((value) => anyCase.has(String(value).toLowerCase()));
    // A bare "true" could be anybody's.
    const telling = named.length > 0 || values.every((value) => typeof value === "string");
    return values.length >= least && telling ? [{ member: other.path, in: values }] : [];
  });
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Whether a subject has a word written like a parameter's name that is no documented value. */
function hasStranger(subject: string, parameter: Parameter, others: ParameterIndex): boolean {
  const words = (subject.match(/\b[A-Z]\w+/g) ?? []).filter((word) =>
    /[a-z]\d*[A-Z]|^[A-Z]{2,}[a-z]/.test(word),
  );
  return words.some((word) => {
    const documenting = others.byValue.get(word.toLowerCase()) ?? [];
    return !documenting.some(
      (other) =>
        other !== parameter &&
        other.constraints.enum?.values.some(({ value }) => String(value) === word),
    );
  });
}

/** Whether the last word of a subject, what it is about, is one of a parameter's summary. */
function isAbout({ prose }: Parameter, subject: string): boolean {
  const word = /(?<![A-Za-z])[A-Za-z]{3,}$|\p{Script=Han}{2}$/u.exec(subject.trimEnd())?.[0] ?? "";
  const summary = prose[0]?.sentences[0]?.text.toLowerCase() ?? "";
  return word !== "" && summary.includes(word.toLowerCase().replace(/s$/, ""));
}

/** The parameters that any of some words leads to, but for one. */
function allOf(
  map: ReadonlyMap<string, readonly Parameter[]>,
  words: ReadonlySet<string>,
  except: Parameter,
): Parameter[] {
  const found = new Set([...words].flatMap((word) => map.get(word) ?? []));
  found.delete(except);
  return [...found];
}

/** All parts of a text that begin and end where Latin words do. */
function wordsIn(text: string): ReadonlySet<string> {
  const borders = Array.from({ length: text.length + 1 }, (_, at) => at);
  const inWord = /[A-Za-z0-9_-]/;
  const starts = borders.filter((at) => !inWord.test(text.charAt(at - 1)));
  const ends = borders.filter((at) => !inWord.test(text.charAt(at)));
  return new Set(
    starts.flatMap((start) =>
      ends.filter((end) => end > start).map((end) => text.slice(start, end)),
    ),
  );
}

/** The parameter that a row's must equal: pages name both by the words that describe them. */
function equalTo(rule: string, parameter: Parameter, others: ParameterIndex): string | undefined {
  const slots = firstMatch(equal, rule);
  const terms = [slots?.start, slots?.other];
  if (terms.includes(undefined)) return undefined;
  const own = terms.findIndex((term) => isDescribedBy(parameter, term ?? ""));
  const term = terms[1 - own];
  if (own === -1 || term === undefined) return undefined;
  const named = (others.byName.get(term) ?? []).filter(
    (other) => parentOf(other) === parentOf(parameter),
  );
  const alike = others.bySummary.get(summaryKey(parameter, term)) ?? [];
  const meant = new Set([
    ...named.slice(0, MOST),
    ...alike.slice(0, MOST).filter((other) => isDescribedBy(other, term)),
  ]);
  meant.delete(parameter);
  return meant.size === 1 ? [...meant][0]?.path : undefined;
}

/** How many parameters are looked at whose summaries end alike. */
const MOST = 100;

function isDescribedBy(parameter: Parameter, term: string): boolean {
  return parameter.segments.at(-1)?.name === term || summaryOf(parameter).endsWith(term);
}

function parentOf({ path }: Parameter): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(".")));
}
