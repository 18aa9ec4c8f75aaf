import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { LintedPage } from "./linted-page.ts";
import { checkAnswers } from "./check-answers.ts";
import { checkDefaults } from "./check-defaults.ts";
import { checkErrors } from "./check-errors.ts";
import { checkExamples } from "./check-examples.ts";
import { checkRequestSamples } from "./check-request-samples.ts";

const rules = [checkRequestSamples, checkExamples, checkDefaults, checkAnswers, checkErrors];

/** What a page contradicts in itself. */
export function lintPage(page: LintedPage): Diagnostic[] {
  return rules.flatMap((rule) => rule(page));
}
