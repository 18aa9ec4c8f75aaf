import type { Report } from "../diagnostics/diagnostic.ts";
import { readProse } from "../markdown/read-prose.ts";
import type { Page, ParameterRow, SampleBlock } from "../page/page.ts";
import type { Operation, Sample } from "../spec/operation.ts";
import { actionParameter, commonParameters } from "../spec/protocol-names.ts";
import { locate, type Source } from "../text/source.ts";
import { addRequestFacts } from "./add-request-facts.ts";
import { buildMembers } from "./build-members.ts";
import { deriveAsynchronous } from "./derive-asynchronous.ts";
import { deriveErrors } from "./derive-errors.ts";
import { derivePagination } from "./derive-pagination.ts";
import { deriveParameter } from "./derive-parameter.ts";
import { deriveWaiter } from "./derive-waiter.ts";
import { describe } from "./describe.ts";
import { identify, type Identity } from "./identify.ts";
import { callShape } from "./nesting/call-shape.ts";
import { sampleShape } from "./nesting/sample-shape.ts";
import { settleNesting } from "./nesting/settle-nesting.ts";
import { spliceTables } from "./nesting/splice-tables.ts";
import { uniteShapes } from "./nesting/unite-shapes.ts";
import { isReadOnly } from "./is-read-only.ts";
import type { Parameter } from "./parameter.ts";
import { findDeprecation } from "./prose/find-deprecation.ts";
import { splitSentences } from "./prose/sentence.ts";
import { readAnswers } from "./read-answers.ts";
import { requireSampled } from "./require-sampled.ts";
import { findConventions } from "./siblings/find-conventions.ts";
import type { Siblings } from "./siblings/page-evidence.ts";

/** Where a page stands among the pages of its product. */
export interface PageContext {
  /** The page's path, relative to the product's folder. */
  readonly page: string;
  /** Product and version, for pages that do not state them. */
  readonly fallback?: Pick<Identity, "product" | "version">;
  /** What the other pages say. */
  readonly siblings?: Siblings;
}

/** What a page means; nothing when it documents no operation. */
export function deriveOperation(
  page: Page,
  { page: path, fallback, siblings }: PageContext,
  report: Report,
): Operation | undefined {
  const known = {
    ...(fallback === undefined ? {} : { fallback }),
    ...(siblings === undefined ? {} : { inferred: siblings }),
  };
  const identity = identify(page, known, report);
  if (identity === undefined) return undefined;
  const { source } = page;
  const { limits } = source;
  if (page.request.length === 0) {
    report("derive/no-request", page.title?.span ?? { start: 0, end: 0 }, {});
  }
  const types = deriveParameters(source, page.types, report);
  const call = callShape(
    page.samples.flatMap(({ kind, body }) => (kind === "request" ? [body.text] : [])),
  );
  const spliced = spliceTables(
    withoutCommon(deriveParameters(source, page.request, report), report),
    types,
    limits,
    report,
  );
  const request = settleNesting(
    spliced.rows,
    {
      ...(call === undefined ? {} : { sample: call }),
      wrapsLists: false,
      parents: new Map(),
      holders: new Map(),
      flat: true,
    },
    report,
  );
  const { rows, unused } = spliceTables(
    deriveParameters(source, page.response, report),
    types,
    limits,
    report,
  );
  const unusedStarts = new Set(spliced.unused.map(({ span }) => span.start));
  for (const { row, span } of unused) {
    if (unusedStarts.has(span.start)) {
      report("derive/unused-type", span, { row });
    }
  }
  const answers = readAnswers(page, identity.action);
  const own = sampleShape(answers);
  const sample = siblings?.answer === undefined ? own : uniteShapes(own, siblings.answer);
  const { wrapsLists } = findConventions(own === undefined ? [] : [own]);
  const response = buildMembers(
    settleNesting(
      rows,
      {
        ...(sample === undefined ? {} : { sample }),
        wrapsLists: wrapsLists ?? siblings?.conventions.wrapsLists ?? false,
        parents: siblings?.conventions.parents ?? new Map(),
        holders: siblings?.conventions.holders ?? new Map(),
        flat: false,
      },
      report,
    ),
    {},
    limits,
    report,
  );
  const whole = answers.flatMap(({ value, mended }) => (mended ? [] : [value]));
  const summary = page.summary === undefined ? "" : describe(readProse(page.summary));
  const { action } = identity;
  const readOnly = isReadOnly(action);
  const sides = {
    request: buildMembers(
      request.map((parameter) => addRequestFacts(parameter, request)),
      { style: "flat" },
      limits,
      report,
    ),
    response: requireSampled(response, whole),
  };
  const deprecated = findDeprecation(
    page.notes.flatMap((note) => splitSentences(source, readProse(note))),
  );
  const asynchronous = deriveAsynchronous(page, action);
  const pagination = derivePagination(action, sides.request, sides.response);
  const waiter = readOnly ? deriveWaiter(sides.response) : undefined;
  return {
    ...identity,
    page: path,
    ...(summary === "" ? {} : { summary }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(readOnly ? { readOnly } : {}),
    ...(asynchronous === undefined ? {} : { asynchronous }),
    ...(pagination === undefined ? {} : { pagination }),
    ...(waiter === undefined ? {} : { waiter }),
    ...sides,
    errors: deriveErrors(source, page.errors, report),
    samples: page.samples.map((block) => sampleOf(source, block)),
  };
}

function deriveParameters(
  source: Source,
  rows: readonly ParameterRow[],
  report: Report,
): Parameter[] {
  return rows.flatMap((row) => deriveParameter(source, row, report) ?? []);
}

/** The parameters of an operation alone. */
function withoutCommon(parameters: readonly Parameter[], report: Report): Parameter[] {
  return parameters.filter(({ path, row, span }) => {
    const common = commonParameters.has(path);
    if (common && path !== actionParameter) report("derive/common-parameter", span, { row });
    return !common;
  });
}

function sampleOf(source: Source, { kind, body }: SampleBlock): Sample {
  const text = body.text.replaceAll("\r\n", "\n");
  return { kind, line: locate(source, body.span.start).line, text };
}
