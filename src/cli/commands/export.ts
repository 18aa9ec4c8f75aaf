import { Command, Option } from "commander";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { addLimitOptions, limitsOf, type LimitFlags } from "../options/add-limit-options.ts";

/** `docwright export` */
export function exportCommand({ output, end }: Context): Command {
  const openapi = createCommand("openapi", {
    summary: "specs, with their overlays → OpenAPI 3.1",
    description:
      "Makes an OpenAPI 3.1 document of the specs of each product's version. One document goes to stdout, " +
      "several go into a folder.",
    files: [
      ["specs/<product>-<version>/", "product.yaml, operations/ and overlays/; read"],
      ["<out>/<product>-<version>.openapi.json", "the document; written, with --out"],
    ],
    examples: [
      ["docwright export openapi specs/ga-20191120 > ga.json", "one product"],
      ["docwright export openapi --out openapi --format yaml", "every product in specs"],
    ],
    findings: "a spec or an overlay has an error",
  })
    .argument("[dirs...]", "folders of a product's version, or folders of those", ["specs"])
    .option("--out <dir>", "folder of documents")
    .addOption(
      new Option("--format <format>", "how documents are written")
        .choices(["json", "yaml"])
        .default("json"),
    )
    .addOption(jsonOption())
    .action(
      async (
        folders: string[],
        flags: { out?: string; format: "json" | "yaml"; json?: boolean } & LimitFlags,
      ) => {
        const { runExport } = await import("../export-command.ts");
        end(await runExport(folders, { ...flags, ...limitsOf(flags) }, output));
      },
    );
  return new Command("export")
    .summary("specs → formats of others")
    .description("Specs, with their overlays, in formats that other programs read.")
    .addCommand(addLimitOptions(openapi));
}
