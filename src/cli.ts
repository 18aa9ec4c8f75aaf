#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { createOutput } from "./cli/output/output.ts";
import { runProgram } from "./cli/program.ts";
import { packageRoot } from "./config/package-root.ts";

const manifest = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
  version: string;
};

// V8 of Node 20 optimises whatever runs for a millisecond, which a run of seconds never pays back: this
// saves a quarter of the CPU. Later versions do better by themselves, and do not know the flag.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=300000");

// V8 lets a heap grow to four times what is in use before it collects garbage: large inputs take half the
// memory where it collects at twice that, and small ones never get there.
setFlagsFromString("--heap-growing-percent=100");

// Who reads what is printed may stop at any time: `docwright inspect pages | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`error: the output cannot be written: ${error.message}\n`);
  process.exit(1);
});

// Nobody is left to be told.
process.stderr.on("error", () => undefined);

process.exitCode = await runProgram(process.argv.slice(2), {
  version: manifest.version,
  output: createOutput(process),
});
