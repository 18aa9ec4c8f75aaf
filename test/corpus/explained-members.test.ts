import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeSubject, type OperationContext } from "../../src/explain/describe-subject.ts";
import type { Explanation } from "../../src/explain/explanation.ts";
import { walkMembers } from "../../src/spec/member-path.ts";
import { lineText } from "../../src/text/source.ts";
import { corpus, noCorpus } from "./corpus-pages.ts";
import { readFolder } from "./read-folder.ts";

type Described = Omit<Explanation, "code">;

/** Every operation of the corpus, as its page has it. */
function* operations(): Generator<OperationContext> {
  const fallback = { product: "X", version: "2020-01-02" };
  for (const { input, derived } of readFolder([corpus], fallback)) {
    const { operation, page } = derived ?? {};
    if (operation === undefined || page === undefined) continue;
    yield {
      operation,
      stated: operation,
      page,
      file: input.path,
      openPage: () => undefined,
      applied: [],
      overlays: "",
    };
  }
}

/** What is said of each member of an operation. */
function* membersOf(context: OperationContext): Generator<Described> {
  for (const kind of ["request", "response"] as const) {
    for (const { path, member } of walkMembers(context.operation[kind])) {
      if (member !== undefined) yield describeSubject({ kind, path }, context);
    }
  }
}

/** A row's text as it is read: without what escapes characters, breaks words or marks them. */
const plain = (text: string) => text.replaceAll(/[\\*`\s\u200B]/g, "").toLowerCase();

/** Whether the row that is shown is the one of the member. */
function holdsName({ path, row }: Described): boolean {
  const name = path.slice(path.lastIndexOf(".") + 1);
  return row !== undefined && plain(row.text).includes(plain(name));
}

/** Whether the evidence names a line, or a page, where the member's name stands. */
function sampleHoldsName({ path, evidence = "" }: Described, { page }: OperationContext): boolean {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const line = /a sample has it in line (\d+)/.exec(evidence)?.[1];
  if (line === undefined) return evidence.includes("another page");
  return lineText(page.source, Number(line)).includes(name);
}

describe("explain, for every member of every operation of the corpus", () => {
  test("shows a row that holds the member's name, or says which line does", (context) => {
    if (corpus === "") {
      context.skip(noCorpus);
      return;
    }
    let members = 0;
    const wrong: string[] = [];
    for (const operation of operations()) {
      for (const described of membersOf(operation)) {
        members += 1;
        if (holdsName(described)) continue;
        if (sampleHoldsName(described, operation)) continue;
        wrong.push(`${operation.file} ${described.kind} ${described.path}: ${described.evidence}`);
      }
    }
    expect(members).toBeGreaterThan(30_000);
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test("quotes each cell and sentence from the place that it gives", (context) => {
    if (corpus === "") {
      context.skip(noCorpus);
      return;
    }
    const lines = new Map<string, readonly string[]>();
    const lineOf = (path: string, line: number) => {
      const text =
        lines.get(path) ??
        readFileSync(path, "utf8")
          .replace(/^\uFEFF/, "")
          .split("\n");
      lines.set(path, text);
      return text[line - 1] ?? "";
    };
    const counts = { cell: 0, sentence: 0, overlay: 0, inference: 0 };
    const wrong: string[] = [];
    for (const operation of operations()) {
      for (const { row, path, facts } of membersOf(operation)) {
        for (const { key, from, place, text } of facts) {
          counts[from] += 1;
          if (place === undefined || row === undefined) continue;
          const begin = /[\p{L}\p{N}]+/u.exec(text)?.[0] ?? "";
          // How many items a list takes may be said by a row inside it.
          const inRow = key === "count" || (place.line >= row.line && place.line <= row.endLine);
          const isThere = plain(lineOf(place.path, place.line)).includes(plain(begin));
          if (!inRow || !isThere)
            wrong.push(`${operation.file}:${place.line} ${path} ${key} ${text}`);
        }
      }
    }
    expect(counts.sentence).toBeGreaterThan(10_000);
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});
