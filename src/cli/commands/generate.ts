import type { Command } from "commander";
import { addLimitOptions, type LimitFlags } from "../options/add-limit-options.ts";
import { configOption, pruneOption } from "../options/add-project-options.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { count, grouped } from "../output/count.ts";
import type { Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";
import { showProgress } from "../output/show-progress.ts";

interface GenerateFlags extends LimitFlags {
  readonly config?: string;
  readonly out?: string;
  readonly tests?: boolean;
  readonly templates?: string;
  readonly prune?: boolean;
  readonly json?: boolean;
}

/** `docwright generate`: makes packages from specs and overlays. */
export function generateCommand({ output, end }: Context): Command {
  const command = createCommand("generate", {
    summary: "specs, with their overlays → packages",
    description:
      "Makes a package of the specs of each product's version, as the configuration says: a build that starts " +
      "at specs. A product with an error in its folder gets none, and the one that it had stays.",
    files: [
      ["docwright.config.ts|js|json|yaml", "what the project is; flags win over it"],
      ["specs/<product>-<version>/", "product.yaml, operations/ and overlays/; read"],
      ["generated/<product>-<version>/", "the package; written"],
    ],
    examples: [
      ["docwright generate", "every product in specs"],
      ["docwright generate specs/ga-20191120 --out packages", "one product"],
    ],
    findings:
      "a spec, an overlay or a template has an error, or too many operations would be removed",
  });
  return addLimitOptions(
    command
      .argument(
        "[dirs...]",
        "folders of a product's version, or folders of those (default: as configured)",
      )
      .addOption(configOption())
      .option("--out <dir>", "folder of packages (default: as configured, else generated)")
      .option("--templates <dir>", "folder of templates that take the place of built-in ones")
      .option("--tests", "packages carry the samples of their pages as tests of their own")
      .addOption(pruneOption("specs"))
      .addOption(jsonOption())
      .action(async (specs: string[], flags: GenerateFlags) => {
        end(await runGenerate(specs, flags, output));
      }),
  );
}

async function runGenerate(
  specs: readonly string[],
  { json = false, ...options }: GenerateFlags,
  output: Output,
): Promise<number> {
  const { generate } = await import("../../api/generate.ts");
  const { displayPath } = await import("../../text/read-source.ts");
  const bar = showProgress(json ? undefined : output.terminal);
  const report = await generate({
    ...options,
    ...(specs.length === 0 ? {} : { specs }),
    progress: bar.report,
  });
  bar.end();
  const { diagnostics } = report;
  const packages = report.packages.map(({ written, removed, ...one }) => ({
    ...one,
    folder: displayPath(one.folder),
    written: written.length,
    removed: removed.length,
  }));
  if (json) return printJson({ packages }, diagnostics, output);
  for (const { folder, operations, written, removed, unchanged } of packages) {
    output.out(
      `${folder}: ${count(operations, "operation")}, ${grouped(written)} files written, ${grouped(removed)} removed, ${grouped(unchanged)} unchanged\n`,
    );
  }
  return showDiagnostics(diagnostics, output);
}
