#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./cli/program.ts";
import { packageRoot } from "./package-root.ts";

const manifest = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
  version: string;
};

process.exitCode = await runProgram(process.argv.slice(2), {
  version: manifest.version,
  output: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  },
});
