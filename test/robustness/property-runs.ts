import process from "node:process";

/**
 * How a property is run: with a seed of its own at every run, which is printed, so that any run can be
 * repeated with `DOCWRIGHT_SEED=<seed>`. `DOCWRIGHT_RUNS` multiplies how many cases there are.
 */
export function propertyRuns(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed, numRuns: Math.ceil(numRuns * Number(process.env.DOCWRIGHT_RUNS ?? 1)) };
}

const seed = Number(process.env.DOCWRIGHT_SEED ?? Math.floor(Math.random() * 0x7fffffff));
process.stderr.write(`properties: DOCWRIGHT_SEED=${seed}\n`);
