import type { Condition, When } from "../spec/operation.ts";
import type { Parameter } from "./parameter.ts";
import { isConditional } from "./prose/is-conditional.ts";
import { firstMatch, phrase } from "./prose/phrase.ts";

const exclusive = [
  phrase(
    "^[目前，]仅 [当] <subject> (需要|需|可|可以|支持|才能|才) (配置|设置|指定|传入|使用|填写) (该|此|本) 参数",
  ),
  phrase("^[目前，]仅 [当] <subject> 时 ， [该参数|此参数] (有效|生效|可用|支持)"),
  phrase("^(该|此|本) 参数 仅 (在|当|对) <subject> [时] (有效|生效|可用)"),
  phrase("(valid|available|takes effect|required) only (when|if|for) <subject>$"),
  phrase("^only <subject> (support|require|need)[s] this parameter"),
];

const obligatory = [
  phrase(
    "^(当|如果) <subject> 时 ， (该|此|本) 参数 [为] (必选|必填|必需|必须 (设置|配置|指定|传入|填写)){为|不}",
  ),
  phrase("this parameter is required (when|if|for) <subject>$"),
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
  const others = all.filter((other) => other !== parameter);
  return parameter.prose
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ text, line }) => {
      const plain = text.replaceAll(/[⟦⟧]/g, "").replace(/[。.]$/, "");
      return derive(plain, parameter, others).map((condition) => ({ ...condition, line }));
    });
}

function derive(text: string, parameter: Parameter, others: readonly Parameter[]): Condition[] {
  const only = whenOf(firstMatch(exclusive, text)?.subject, others);
  if (only !== undefined) return [{ kind: "onlyWhen", when: only }];
  const required = whenOf(firstMatch(obligatory, text)?.subject, others);
  if (required !== undefined) return [{ kind: "requiredWhen", when: required }];

  const scope = firstMatch(scoped, text);
  const when = whenOf(scope?.subject, others);
  const rule = scope?.rest ?? text;
  // A case that is not understood must not become a rule for every case.
  if (scope === undefined ? isConditional(text) : when === undefined) return [];
  const to = equalTo(rule, parameter, others);
  if (to === undefined) return [];
  return [{ kind: "equals", to, ...(when === undefined ? {} : { when }) }];
}

/** What makes a subject more, or the opposite, of the values that it names. */
const tangled = [
  phrase("(非|不|除|未|无|没有|且|并|同时|大于|小于|超过)"),
  phrase("(not|other|except|unless)"),
];

const joins = [phrase("(和|与|及|或|、)"), phrase("(and|or)")];

/** The one parameter, and its values, that a subject names. */
function whenOf(subject: string | undefined, others: readonly Parameter[]): When | undefined {
  if (subject === undefined || firstMatch(tangled, subject) !== undefined) return undefined;
  const named = others.filter(({ segments }) => hasWord(subject, segments.at(-1)?.name ?? ""));
  if (named.length > 1) return undefined;
  const least = firstMatch(joins, subject) === undefined ? 1 : 2;
  const candidates = (named.length > 0 ? named : others).flatMap((other) => {
    const values = (other.constraints.enum?.values ?? [])
      .map(({ value }) => value)
      .filter((value) => hasWord(subject, String(value)));
    // A bare "true" could be anybody's.
    const telling = named.length > 0 || values.every((value) => typeof value === "string");
    return values.length >= least && telling ? [{ member: other.path, in: values }] : [];
  });
  return candidates.length === 1 ? candidates[0] : undefined;
}

function hasWord(text: string, word: string): boolean {
  if (word === "") return false;
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`(?<![A-Za-z0-9_-])${escaped}(?![A-Za-z0-9_-])`).test(text);
}

/** The parameter that a row's must equal: pages name both by the words that describe them. */
function equalTo(
  rule: string,
  parameter: Parameter,
  others: readonly Parameter[],
): string | undefined {
  const slots = firstMatch(equal, rule);
  const terms = [slots?.start, slots?.other];
  if (terms.includes(undefined)) return undefined;
  const own = terms.findIndex((term) => isDescribedBy(parameter, term ?? ""));
  const term = terms[1 - own];
  if (own === -1 || term === undefined) return undefined;
  const siblings = others.filter((other) => parentOf(other) === parentOf(parameter));
  const meant = siblings.filter((sibling) => isDescribedBy(sibling, term));
  return meant.length === 1 ? meant[0]?.path : undefined;
}

function isDescribedBy({ segments, prose }: Parameter, term: string): boolean {
  const summary = prose[0]?.sentences[0]?.text.replace(/[。.]$/, "") ?? "";
  return segments.at(-1)?.name === term || summary.endsWith(term);
}

function parentOf({ path }: Parameter): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(".")));
}
