import type { Report } from "../diagnostics/diagnostic.ts";
import { readProse } from "../markdown/read-prose.ts";
import type { Page, ParameterRow, SampleBlock } from "../page/page.ts";
import type { Operation, Sample } from "../spec/operation.ts";
import { locate } from "../text/locate.ts";
import type { Source } from "../text/source.ts";
import { addRequestFacts } from "./add-request-facts.ts";
import { buildMembers } from "./build-members.ts";
import { deriveErrors } from "./derive-errors.ts";
import { deriveParameter } from "./derive-parameter.ts";
import { describe } from "./describe.ts";
import { identify, type Fallback } from "./identify.ts";
import type { Parameter } from "./parameter.ts";
import { commonParameters } from "../spec/protocol-names.ts";
import { readSampleValue } from "./read-sample-value.ts";
import { requireSampled } from "./require-sampled.ts";

/** Where a page stands among the pages of its product. */
export interface PageContext {
  /** The page's path, relative to the product's folder. */
  readonly page: string;
  /** Product and version, for pages that do not state them. */
  readonly fallback?: Fallback;
}

/** What a page means; nothing when it documents no operation. */
export function deriveOperation(
  page: Page,
  context: PageContext,
  report: Report,
): Operation | undefined {
  const identity = identify(page, context.fallback, report);
  if (identity === undefined) return undefined;
  const { source } = page;
  if (page.request.length === 0) {
    report("derive/no-request", page.title?.span ?? { start: 0, end: 0 }, {});
  }
  const request = deriveParameters(source, page.request, report).filter(
    ({ path }) => !commonParameters.has(path),
  );
  const response = buildMembers(deriveParameters(source, page.response, report), {}, report);
  const answers = page.samples.map((sample) => readSampleValue(sample, identity.action));
  const names = new Set(response.map(({ name }) => name));
  const summary = page.summary === undefined ? "" : describe(readProse(page.summary));
  return {
    ...identity,
    page: context.page,
    ...(summary === "" ? {} : { summary }),
    request: buildMembers(
      request.map((parameter) => addRequestFacts(parameter, request)),
      { style: "flat" },
      report,
    ),
    response: requireSampled(
      response,
      answers.filter((answer) => isAnswer(answer, names)),
    ),
    errors: deriveErrors(source, page.errors, report),
    samples: page.samples.map((sample) => sampleOf(source, sample)),
  };
}

function deriveParameters(
  source: Source,
  rows: readonly ParameterRow[],
  report: Report,
): Parameter[] {
  return rows.flatMap((row) => deriveParameter(source, row, report) ?? []);
}

/** An example of an error has few members of the response, though perhaps its request id. */
function isAnswer(answer: unknown, names: ReadonlySet<string>): boolean {
  if (typeof answer !== "object" || answer === null) return false;
  const keys = Object.keys(answer);
  return keys.length > 0 && keys.filter((key) => names.has(key)).length * 2 >= keys.length;
}

function sampleOf(source: Source, { kind, body }: SampleBlock): Sample {
  const text = body.text.replaceAll("\r\n", "\n");
  return { kind, line: locate(source, body.span.start).line, text };
}
