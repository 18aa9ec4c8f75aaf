import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { runProgram } from "../../src/cli/program.ts";

/** How a command line ended, and what it printed. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export async function runDocwright(...words: readonly string[]): Promise<Run> {
  let out = "";
  let err = "";
  const output = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const status = await runProgram(words, { version: "0.0.0-test", output });
  return { status, out, err };
}

/** A new folder with files in it, for as long as the test runs. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "docwright-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The findings in what a command printed: place, severity and code of each. */
export function findings(err: string): string[] {
  return [...err.matchAll(/^(?:.*\/)?([^/\n]+:\d+:\d+ (?:error|warning) [a-z]+\/[a-z-]+) /gm)].map(
    ([, finding = ""]) => finding,
  );
}
