#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createOutput } from "./cli/create-output.ts";
import { runProgram } from "./cli/program.ts";
import { packageRoot } from "./package-root.ts";

const manifest = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
  version: string;
};

// Who reads what is printed may stop at any time: `docwright inspect pages | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

process.exitCode = await runProgram(process.argv.slice(2), {
  version: manifest.version,
  output: createOutput(process),
});
