/**
 * Picks the pages of the constraint truth set: for each product and language of the corpus the same
 * number, at random but the same every time.
 *
 *     DOCWRIGHT_CORPUS=../shared/corpus node test/corpus/constraints/pick-pages.mjs [SEED] [PER_STRATUM]
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const corpus = process.env.DOCWRIGHT_CORPUS ?? "../shared/corpus";
const [seed = 20261123, perStratum = 10] = process.argv.slice(2).map(Number);

const strata = new Map();
const paths = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".md"))
  .sort();
for (const path of paths) {
  if (!/^\|\s*\**Action\**\s*\|/m.test(readFileSync(join(corpus, path), "utf8"))) continue;
  const [product, tree = ""] = path.split("/");
  const stratum = `${product} ${tree.endsWith("en-US") ? "en" : "zh"}`;
  strata.set(stratum, [...(strata.get(stratum) ?? []), path]);
}

const random = mulberry32(seed);
for (const [stratum, pages] of [...strata].sort(([a], [b]) => (a < b ? -1 : 1))) {
  for (let picked = 0; picked < perStratum && pages.length > 0; picked += 1) {
    const [page] = pages.splice(Math.floor(random() * pages.length), 1);
    process.stdout.write(`${stratum}\t${page}\n`);
  }
}

function mulberry32(state) {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
