import { Command } from "commander";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { count } from "../output/count.ts";
import type { Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";

interface EjectFlags {
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `docwright templates eject`: copies the built-in templates to a folder, to be changed there. */
export function templatesCommand({ output, end }: Context): Command {
  const eject = createCommand("eject", {
    summary: "copy the built-in templates into a folder",
    description:
      "Copies the templates that packages are made with, and a guide to what they can show. Keep those " +
      "that you change, remove the others, and give the folder to build with --templates.",
    examples: [["docwright templates eject --out my-templates", "to begin with"]],
    findings: "the folder holds other files of these names",
  })
    .option("--out <dir>", "folder to copy them into", "templates")
    .option("--force", "write over files that are there")
    .addOption(jsonOption())
    .action(async (flags: EjectFlags) => {
      end(await runEject(flags, output));
    });
  return new Command("templates")
    .summary("the templates that packages are made with")
    .description("The templates that packages are made with.")
    .addCommand(eject);
}

async function runEject(
  { out, force = false, json = false }: EjectFlags,
  output: Output,
): Promise<number> {
  const { tryWrite } = await import("../../api/try-write.ts");
  const { reportPath } = await import("../../diagnostics/create-reporter.ts");
  const { writeFiles } = await import("../../output/write-files.ts");
  const { readBuiltInTemplates } = await import("../../assemble/read-materials.ts");
  const { displayPath } = await import("../../text/read-source.ts");
  const diagnostics: Diagnostic[] = [];
  const files = await readBuiltInTemplates();
  const taken = force ? [] : [...files].filter(([path, text]) => isOther(join(out, path), text));
  for (const [path] of taken) reportPath(join(out, path), "output/exists", {}, diagnostics);
  const result =
    taken.length > 0 ? undefined : await tryWrite(out, () => writeFiles(out, files), diagnostics);
  const written = (result?.written ?? []).map((path) => displayPath(join(out, path)));
  if (json) return printJson({ written }, diagnostics, output);
  const status = await showDiagnostics(diagnostics, output);
  for (const path of written) output.out(`wrote ${path}\n`);
  if (result !== undefined) output.out(`${count(written.length, "file")} written\n`);
  return status;
}

function isOther(path: string, text: string): boolean {
  if (!existsSync(path)) return false;
  return !statSync(path).isFile() || readFileSync(path, "utf8") !== text;
}
