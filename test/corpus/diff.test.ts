import { format } from "prettier";
import { describe, expect, test } from "vitest";
import type { Change } from "../../src/diff/change.ts";
import { compareOperations } from "../../src/diff/compare-operations.ts";
import { corpus, noCorpus } from "./corpus-pages.ts";
import { languagePairs } from "./language-pairs.ts";

/** How the records are written: as the repository formats JSON. */
const options = { parser: "json", printWidth: 100 } as const;

/** The seed of the pairs that have been judged by hand: see diff/README.md. */
const seed = 20_261_123;

/** Numbers from 0 to 1, the same for the same seed. */
function random(from: number): () => number {
  let state = from;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function take<T>(list: readonly T[], count: number, next: () => number): T[] {
  const left = [...list];
  return Array.from({ length: count }, () =>
    left.splice(Math.floor(next() * left.length), 1),
  ).flat();
}

function shown({ kind, side, path, before, after }: Omit<Change, "product" | "operation">): string {
  const values = [before, after].filter((value) => value !== undefined).join(" → ");
  return [side, kind, path, values].filter((word) => word !== undefined && word !== "").join(" ");
}

describe("diff over languages and dated copies of the corpus", () => {
  test("finds what was judged by hand, and nothing else", async (context) => {
    if (corpus === "") {
      context.skip(noCorpus);
      return;
    }
    const compared = languagePairs().map(({ name, old, new: now }) => {
      const changes = compareOperations(old, now);
      return { name, changes, breaking: changes.filter(({ level }) => level === "major") };
    });
    const next = random(seed);
    const judged = [
      ...take(
        compared.filter(({ breaking }) => breaking.length > 0),
        32,
        next,
      ),
      ...take(
        compared.filter(({ changes, breaking }) => changes.length > 0 && breaking.length === 0),
        10,
        next,
      ),
    ];

    const record = Object.fromEntries(
      judged.map(({ name, breaking }) => [name, breaking.map(shown)]),
    );
    await expect(await format(JSON.stringify(record), options)).toMatchFileSnapshot(
      "diff/judged-pairs.json",
    );
  });

  test("tells how many operations break, by kind", async (context) => {
    if (corpus === "") {
      context.skip(noCorpus);
      return;
    }
    const pairs = languagePairs();
    const counts: Record<string, number> = {
      pairs: pairs.length,
      "pairs with a breaking change": 0,
    };
    for (const { old, new: now } of pairs) {
      const breaking = compareOperations(old, now).filter(({ level }) => level === "major");
      if (breaking.length > 0)
        counts["pairs with a breaking change"] = (counts["pairs with a breaking change"] ?? 0) + 1;
      for (const { side, kind } of breaking) {
        const key = [side, kind].filter((word) => word !== undefined).join(" ");
        counts[key] = (counts[key] ?? 0) + 1;
      }
    }
    const sorted = Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
    await expect(await format(JSON.stringify(sorted), options)).toMatchFileSnapshot(
      "diff/counts.json",
    );
  });
});
