import { check } from "../build/check.ts";
import { diagnosticsJson } from "./diagnostics-json.ts";
import { exitCode } from "./exit-code.ts";
import { count } from "./count.ts";
import { openProject, type ProjectWords } from "./open-project.ts";
import type { Output } from "./output.ts";
import { showDiagnostics } from "./show-diagnostics.ts";

/** `docwright check`: is what lies on disk what it should be? */
export async function runCheck(
  words: ProjectWords & { readonly json?: boolean },
  output: Output,
): Promise<number> {
  const { project, diagnostics: faults } = await openProject(words);
  if (project === undefined) return showDiagnostics(faults, output);
  const { packages, diagnostics } = await check(project, { mend: mendingCommand(words) });
  if (words.json === true) {
    output.out(`${JSON.stringify({ packages, diagnostics: diagnosticsJson(diagnostics) })}\n`);
    return exitCode(diagnostics);
  }
  const status = showDiagnostics(diagnostics, output);
  if (status === 0) {
    output.out(`${count(packages.length, "package")}: up to date, compiles, samples hold\n`);
  }
  return status;
}

/** The command that brings up to date what was checked with the same words. */
function mendingCommand({
  pages = [],
  config,
  specs,
  output,
  templates,
  languages = [],
}: ProjectWords) {
  const flag = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`--${name}`, quote(value)];
  return [
    "docwright build",
    ...pages.map(quote),
    ...flag("config", config),
    ...flag("specs", specs),
    ...flag("out", output),
    ...flag("templates", templates),
    ...languages.flatMap((language) => flag("language", language)),
  ].join(" ");
}

/** A word as a shell takes it. */
function quote(word: string): string {
  return /^[\w./@:=,+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
