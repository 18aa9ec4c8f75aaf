import type { Command } from "commander";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { addLimitOptions, limitsOf, type LimitFlags } from "../options/add-limit-options.ts";

/** `docwright generate` */
export function generateCommand({ output, end }: Context): Command {
  const command = createCommand("generate", {
    summary: "specs, with their overlays → packages",
    description:
      "Makes a package of the specs of each product's version. One with an error in its folder gets none, " +
      "and the one that it had stays.",
    files: [
      ["specs/<product>-<version>/", "product.yaml, operations/ and overlays/; read"],
      ["generated/<product>-<version>/", "the package; written"],
    ],
    examples: [
      ["docwright generate", "every product in specs"],
      ["docwright generate specs/ga-20191120 --out packages", "one product"],
    ],
    findings: "a spec, an overlay or a template has an error",
  });
  return addLimitOptions(
    command
      .argument("[dirs...]", "folders of a product's version, or folders of those", ["specs"])
      .option("--out <dir>", "folder of packages", "generated")
      .option("--templates <dir>", "folder of templates that take the place of built-in ones")
      .addOption(jsonOption())
      .action(
        async (
          folders: string[],
          flags: { out: string; templates?: string; json?: boolean } & LimitFlags,
        ) => {
          const { runGenerate } = await import("../generate-command.ts");
          end(await runGenerate(folders, { ...flags, ...limitsOf(flags) }, output));
        },
      ),
  );
}
