import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readText } from "./read-text.ts";
import { createSource } from "../../src/text/source.ts";
import { compareConstraints, type Comparison, type LabelledFact } from "./compare-constraints.ts";
import { corpus, noCorpus, pageText } from "./corpus-pages.ts";

/** A page with what a reader found in its prose. */
interface LabelledPage {
  readonly page: string;
  readonly facts: readonly LabelledFact[];
}

const folder = fileURLToPath(new URL("constraints/", import.meta.url));

describe("constraints in prose are derived as a reader would", () => {
  test.for([
    ["of the first set", folder, 0.92],
    ["of the second set", join(folder, "second"), 0.92],
    // What it reaches: README.md says why that is less.
    ["of the third set", join(folder, "third"), 0.88],
    ["that the rules have never seen", join(folder, "holdout"), 0.92],
  ] as const)("%s", ([title, labels, recall], context) => {
    if (corpus === "") context.skip(noCorpus);
    if (!existsSync(labels)) context.skip(`${labels} is not there`);
    const pages = readLabels(labels).map(({ page, facts }) => ({ page, ...compare(page, facts) }));
    const table = tableOf(pages);
    const total = table.at(-1);

    process.stdout.write(`${String(pages.length)} pages: ${title}\n${show(table)}\n`);
    if (process.env.DOCWRIGHT_SHOW !== undefined) process.stdout.write(`${differences(pages)}\n`);
    expect(total?.precision).toBeGreaterThanOrEqual(0.98);
    expect(total?.recall).toBeGreaterThanOrEqual(recall);
  });
});

function readLabels(from: string): LabelledPage[] {
  return readdirSync(from)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => parse(readFileSync(join(from, name), "utf8")) as LabelledPage[]);
}

function compare(page: string, facts: readonly LabelledFact[]): Comparison {
  const source = createSource(page, pageText(join(corpus, page)));
  return compareConstraints(facts, readText(source).operation);
}

interface Row {
  readonly kind: string;
  readonly labelled: number;
  readonly derived: number;
  readonly precision: number;
  readonly recall: number;
}

/** Precision and recall of each kind of fact, and of all. */
function tableOf(pages: readonly Comparison[]): Row[] {
  const all = (key: keyof Comparison) =>
    pages.flatMap((page) => page[key].map(({ kind }: { readonly kind: string }) => ({ kind })));
  const kinds = new Set(
    [...all("found"), ...all("missed"), ...all("wrong")].map(({ kind }) => kind),
  );
  return [...[...kinds].sort(), "total"].map((kind) => {
    const count = (key: keyof Comparison) =>
      all(key).filter((fact) => kind === "total" || fact.kind === kind).length;
    const [right, wrong, found, missed] = [
      count("right"),
      count("wrong"),
      count("found"),
      count("missed"),
    ];
    return {
      kind,
      labelled: found + missed,
      derived: right + wrong,
      precision: right / Math.max(1, right + wrong),
      recall: found / Math.max(1, found + missed),
    };
  });
}

function show(table: readonly Row[]): string {
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`.padStart(10);
  return [
    "kind          labelled   derived precision    recall",
    ...table.map(
      ({ kind, labelled, derived, precision, recall }) =>
        `${kind.padEnd(12)}${String(labelled).padStart(10)}${String(derived).padStart(10)}${percent(precision)}${percent(recall)}`,
    ),
  ].join("\n");
}

/** Each fact on which the program and the reader differ. */
function differences(pages: readonly (Comparison & { readonly page: string })[]): string {
  return pages
    .flatMap(({ page, wrong, missed }) => [
      ...wrong.map(
        ({ side, rows, kind, line, content }) =>
          `+ ${page}:${line ?? 0} ${side} ${rows[0] ?? ""} ${kind} ${JSON.stringify(content)}`,
      ),
      ...missed.map((fact) => `- ${page}:${fact.line} ${JSON.stringify(fact)}`),
    ])
    .join("\n");
}
