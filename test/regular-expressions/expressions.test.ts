import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, test } from "vitest";
import { attackTexts, type Attack } from "./attack-texts.ts";
import { findExpressions, type FoundExpression } from "./find-expressions.ts";

const { found, dynamic } = findExpressions();

/** Characters of a text that tells which attack is the worst, and of one that holds an expression against it. */
const trial = 10_000;
const megabyte = 1_000_000;
/** In milliseconds. What is not linear would take minutes for a megabyte. */
const deadline = 30_000;

let worker = newWorker();

afterAll(async () => {
  await worker.terminate();
});

function newWorker(): Worker {
  return new Worker(new URL("./match.mjs", import.meta.url));
}

/** How long an expression takes for a text, in milliseconds of CPU; `Infinity` where it does not end. */
function take({ source, flags }: FoundExpression, attack: Attack, size: number): Promise<number> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      void worker.terminate();
      worker = newWorker();
      resolve(Infinity);
    }, deadline);
    worker.once("message", ({ ms }: { readonly ms: number }) => {
      clearTimeout(timer);
      resolve(ms);
    });
    worker.postMessage({ source, flags, attack, size });
  });
}

async function worstOf(expression: FoundExpression): Promise<Attack | undefined> {
  let worst: { readonly ms: number; readonly attack?: Attack } = { ms: -1 };
  for (const attack of attackTexts(expression.source, expression.flags)) {
    const ms = await take(expression, attack, trial);
    if (ms > worst.ms) worst = { ms, attack };
    if (ms === Infinity) break;
  }
  return worst.attack;
}

describe("regular expressions", () => {
  test("are found in every module", () => {
    expect(found.length).toBeGreaterThan(500);
    expect(new Set(found.map(({ file }) => file.split("/")[1])).size).toBeGreaterThan(15);
  });

  test("end a megabyte of what is worst for them", async () => {
    const slow: string[] = [];
    for (const expression of found) {
      const attack = await worstOf(expression);
      if (attack === undefined) continue;
      if ((await take(expression, attack, megabyte)) < deadline) continue;
      const { place, source, flags } = expression;
      slow.push(`${place} /${source}/${flags} of ${JSON.stringify(attack)}`);
    }

    expect(slow).toEqual([]);
  }, 600_000);

  test("that take the square of a text are seen by this test", async () => {
    const expression = { place: "here", file: "here", source: "\\s+$", flags: "" };
    const attack = await worstOf(expression);
    const [short = 0, long = 0] = attack
      ? [await take(expression, attack, 20_000), await take(expression, attack, 80_000)]
      : [];

    expect(attack?.part.trim()).toBe("");
    expect(long / short).toBeGreaterThan(6);
  }, 60_000);

  test("that are put together while the program runs are these", () => {
    const places = [...new Set(dynamic.map(({ file }) => file))].sort();

    expect(places).toEqual(Object.keys(puttogether).sort());
  });
});

/** Where expressions are put together, and why they cannot blow up. */
const puttogether: Readonly<Record<string, string>> = {
  "src/derive/derive-conditions.ts": "a name of a page, which is letters, digits and dots",
  "src/derive/prose/find-pattern.ts": "one class behind another, on the example of a row",
  "src/derive/prose/phrase.ts": "phrases of our own, with slots that do not overlap",
  "src/derive/prose/read-classes.ts": "words of our own",
  "src/diff/compare-limits.ts": "one class of characters, on one character at a time",
  "src/diff/mentions.ts": "a value whose signs are escaped",
  "src/emit/emitters/pattern-literal.ts": "not run here; whyUnchecked judges what packages run",
  "src/emit/emitters/property-key.ts": "two classes of our own",
  "src/endpoint/parameters/check-scalar.ts":
    "a pattern of a spec, where whyUnchecked says that it takes no time",
  "src/runtime/errors/create-redactor.ts": "alternatives of escaped texts",
  "src/spec/why-unchecked.ts": "only tried for being one; not run",
};
