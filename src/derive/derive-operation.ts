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
import { deriveWaiter } from "./derive-waiter.ts";
import { isReadOnly } from "./is-read-only.ts";
import { callShape } from "./nesting/call-shape.ts";
import { findConventions } from "./nesting/find-conventions.ts";
import { sampleShape } from "./nesting/sample-shape.ts";
import { settleNesting } from "./nesting/settle-nesting.ts";
import { spliceTables } from "./nesting/splice-tables.ts";
import { uniteShapes } from "./nesting/unite-shapes.ts";
import type { ValueShape } from "./nesting/value-shape.ts";
import { findDeprecation } from "./prose/find-deprecation.ts";
import { splitSentences } from "./prose/sentence.ts";
import { requireSampled } from "./require-sampled.ts";
import { deriveParameter } from "./rows/derive-parameter.ts";
import { describe } from "./rows/describe.ts";
import type { Parameter } from "./rows/parameter.ts";
import { readAnswers } from "./samples/read-answers.ts";
import { identify, type Identity } from "./siblings/identify.ts";
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

/** A page of an operation, and what is known of it so far. */
interface Reading {
  readonly page: Page;
  readonly action: string;
  readonly siblings: Siblings | undefined;
  readonly report: Report;
}

/** The members of both sides. */
type Sides = Pick<Operation, "request" | "response">;

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
  const reading = { page, action: identity.action, siblings, report };
  const sides = deriveSides(reading);
  const facts = steps.map((step) => step(reading, sides));
  return {
    ...identity,
    page: path,
    ...facts.reduce((all, found) => ({ ...all, ...found }), {}),
    ...sides,
    errors: deriveErrors(page.source, page.errors, report),
    samples: page.samples.map((block) => sampleOf(page.source, block)),
  };
}

/** What is said of an operation as a whole. */
type OperationFacts = Pick<
  Operation,
  "summary" | "deprecated" | "readOnly" | "asynchronous" | "pagination" | "waiter"
>;

/** The facts of an operation, in the order of its spec: each step finds one, or nothing. */
const steps: readonly ((reading: Reading, sides: Sides) => OperationFacts)[] = [
  ({ page }) => {
    const summary = page.summary === undefined ? "" : describe(readProse(page.summary));
    return summary === "" ? {} : { summary };
  },
  ({ page: { notes, source } }) => {
    const units = notes.flatMap((note) => splitSentences(source, readProse(note)));
    const deprecated = findDeprecation(units);
    return deprecated === undefined ? {} : { deprecated };
  },
  ({ action }) => (isReadOnly(action) ? { readOnly: true } : {}),
  ({ page, action }) => {
    const asynchronous = deriveAsynchronous(page, action);
    return asynchronous === undefined ? {} : { asynchronous };
  },
  ({ action }, { request, response }) => {
    const pagination = derivePagination(action, request, response);
    return pagination === undefined ? {} : { pagination };
  },
  ({ action }, { response }) => {
    const waiter = isReadOnly(action) ? deriveWaiter(response) : undefined;
    return waiter === undefined ? {} : { waiter };
  },
];

/** The members of both sides. Tables of types belong to either. */
function deriveSides(reading: Reading): Sides {
  const { page, action, report } = reading;
  const { source } = page;
  const { limits } = source;
  if (page.request.length === 0) {
    report("derive/no-request", page.title?.span ?? { start: 0, end: 0 }, {});
  }
  const types = deriveParameters(source, page.types, report);
  const called = withoutCommon(deriveParameters(source, page.request, report), report);
  const { rows, unused } = spliceTables(called, types, limits, report);
  const request = nestRequest(reading, rows);
  const returned = deriveParameters(source, page.response, report);
  const spliced = spliceTables(returned, types, limits, report);
  reportUnused(unused, spliced.unused, report);
  const answers = readAnswers(page, action);
  const nested = nestResponse(reading, spliced.rows, sampleShape(answers));
  const response = buildMembers(nested, {}, limits, report);
  const whole = answers.flatMap(({ value, mended }) => (mended ? [] : [value]));
  return {
    request: buildMembers(
      request.map((parameter) => addRequestFacts(parameter, request)),
      { style: "flat" },
      limits,
      report,
    ),
    response: requireSampled(response, whole),
  };
}

function nestRequest({ page, report }: Reading, rows: readonly Parameter[]): readonly Parameter[] {
  const call = callShape(
    page.samples.flatMap(({ kind, body }) => (kind === "request" ? [body.text] : [])),
  );
  const facts = {
    ...(call === undefined ? {} : { sample: call }),
    wrapsLists: false,
    parents: new Map(),
    holders: new Map(),
    flat: true,
  };
  return settleNesting(rows, facts, report);
}

function nestResponse(
  { siblings, report }: Reading,
  rows: readonly Parameter[],
  own: ValueShape | undefined,
): readonly Parameter[] {
  const sample = siblings?.answer === undefined ? own : uniteShapes(own, siblings.answer);
  const { wrapsLists } = findConventions(own === undefined ? [] : [own]);
  const facts = {
    ...(sample === undefined ? {} : { sample }),
    wrapsLists: wrapsLists ?? siblings?.conventions.wrapsLists ?? false,
    parents: siblings?.conventions.parents ?? new Map(),
    holders: siblings?.conventions.holders ?? new Map(),
    flat: false,
  };
  return settleNesting(rows, facts, report);
}

/** Names the rows of types that neither side uses. */
function reportUnused(
  request: readonly Parameter[],
  response: readonly Parameter[],
  report: Report,
): void {
  const starts = new Set(request.map(({ span }) => span.start));
  for (const { row, span } of response) {
    if (starts.has(span.start)) report("derive/unused-type", span, { row });
  }
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
