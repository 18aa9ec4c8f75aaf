import { generalSentences } from "./general-sentences.ts";
import { firstMatch, phrase } from "./phrase.ts";
import { valuesIn, type ProseUnit } from "./sentence.ts";

const phrases = [
  phrase("默认[取]值 [为|是] [：|:] <value>"),
  phrase("(默认为|默认是|缺省值为|缺省值：) <value>"),
  phrase("default value [is] [:] <value>"),
  phrase("defaults to <value>"),
];

/** The default that a sentence states, as text. A value that a list marks is found with its list. */
export function findDefault(
  units: readonly ProseUnit[],
): { readonly text: string; readonly line: number } | undefined {
  for (const { text, line } of generalSentences(units)) {
    const value = valuesIn(firstMatch(phrases, text)?.value ?? "")[0];
    if (value !== undefined) return { text: value, line };
  }
  return undefined;
}
