import { answerAbout } from "../derive/siblings/trace-conventions.ts";
import { digest } from "../text/digest.ts";
import type { Candidate } from "./group-pages.ts";
import type { Derivation } from "../build/memory.ts";

/** Whether a page would mean the same again. */
export function isStillTrue(made: Derivation, key: string, { siblings }: Candidate): boolean {
  return made.key === key && made.answer === digest(answerAbout(siblings.conventions, made.asked));
}
