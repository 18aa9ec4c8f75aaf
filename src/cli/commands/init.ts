import { Option, type Command } from "commander";
import { configFormats, type ConfigFormat } from "../../config/config.ts";
import type { Survey } from "../../build/survey-pages.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { visible } from "../../text/visible.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { count } from "../output/count.ts";
import type { Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";

interface InitFlags {
  readonly format: ConfigFormat;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `docwright init`: writes a configuration for the pages below some folders. */
export function initCommand({ output, end }: Context): Command {
  return createCommand("init", {
    summary: "write a configuration for the pages of some folders",
    description:
      "Reads pages, counts what they hold, and writes a docwright.config.* with every product and version that they " +
      "state, the folder of each, and the languages of their folders; and a product.yaml for each product that has " +
      "none, with the host that its request samples call. If no page states its product, the entry is there to be filled in.",
    files: [
      ["docwright.config.yaml|json|ts|js", "the configuration; written where it runs"],
      ["specs/<product>-<version>/product.yaml", "written where it is missing"],
      ["specs/schema/product.schema.json", "the schema that it names; written where it is missing"],
    ],
    examples: [
      ["docwright init docs", "docwright.config.yaml"],
      ["docwright init docs --format ts", "docwright.config.ts, with types"],
    ],
    findings: "a page cannot be read, or there is a configuration already",
  })
    .argument("<pages...>", "folders of pages, or single pages")
    .addOption(
      new Option("--format <format>", "how it is written").choices(configFormats).default("yaml"),
    )
    .option("--force", "write over one that is there")
    .addOption(jsonOption())
    .action(async (folders: string[], flags: InitFlags) => {
      end(await runInit(folders, flags, output));
    });
}

async function runInit(
  folders: readonly string[],
  { format, force = false, json = false }: InitFlags,
  output: Output,
): Promise<number> {
  const { tryWrite } = await import("../../api/try-write.ts");
  const { suggestConfig, surveyPages } = await import("../../build/survey-pages.ts");
  const { findConfigs } = await import("../../config/find-configs.ts");
  const { printConfig } = await import("../../config/print-config.ts");
  const { reportPath } = await import("../../diagnostics/create-reporter.ts");
  const { writeFiles } = await import("../../output/write-files.ts");
  const diagnostics: Diagnostic[] = [];
  const file = `docwright.config.${format}`;
  const survey = await surveyPages(process.cwd(), folders, diagnostics);
  const there = findConfigs(process.cwd());
  const other = there.find((name) => name !== file);
  const files = new Map<string, string>();
  const hasEntry = survey.products.length > 0 || survey.entry !== undefined;
  if (hasEntry && diagnostics.length === 0) {
    if (other !== undefined) reportPath(file, "config/several", { other }, diagnostics);
    else if (there.length > 0 && !force) reportPath(file, "config/exists", {}, diagnostics);
    else {
      files.set(file, printConfig(suggestConfig(survey), format));
      for (const [path, text] of await productFiles(survey)) files.set(path, text);
    }
  }
  const write = () => writeFiles(process.cwd(), files);
  const result = files.size === 0 ? undefined : await tryWrite(file, write, diagnostics);
  const written = result === undefined ? [] : [...files.keys()];
  if (json) return printJson({ written, ...survey }, diagnostics, output);
  if (survey.pages.length > 0) output.out(await surveyText(survey, file));
  for (const path of written) output.out(`wrote ${path}\n`);
  if (written.length > 0) {
    const isOpen = survey.products.length === 0;
    const first = isOpen
      ? `Now write product and version into ${file}, since the pages do not state both. Then`
      : "Now";
    output.out(`${first} run docwright build.\n`);
  }
  return showDiagnostics(diagnostics, output);
}

/** Returns a `product.yaml` for each product without one, so that a missing endpoint can be added. */
async function productFiles({ products }: Survey): Promise<Map<string, string>> {
  const { existsSync, readFileSync } = await import("node:fs");
  const { folderName } = await import("../../spec/product.ts");
  const { stringify } = await import("yaml");
  const files = products.map(({ product, version, endpoint, hosts }) => {
    const known = { product, version, ...(endpoint === undefined ? {} : { endpoint }) };
    const why = hosts === 0 ? "name no host" : "do not agree on the host";
    const unknown = `# The samples of the pages ${why} to call. Write it here:\n# endpoint: api.example.com\n`;
    const text = stringify(known, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });
    const schema = "# yaml-language-server: $schema=../schema/product.schema.json\n";
    const path = `specs/${folderName({ product, version })}/product.yaml`;
    return [path, `${schema}${text}${endpoint === undefined ? unknown : ""}`] as const;
  });
  const missing = new Map<string, string>(files.filter(([path]) => !existsSync(path)));
  // The first build writes it, too; until then nothing else does, and editors look for it.
  const schema = "specs/schema/product.schema.json";
  if (missing.size > 0 && !existsSync(schema)) {
    const { packageRoot } = await import("../../config/package-root.ts");
    const text = readFileSync(`${packageRoot}/schemas/product.schema.json`, "utf8");
    missing.set(schema, text);
  }
  return missing;
}

function listed(names: readonly string[]): string {
  const more = names.length > 12 ? ` and ${names.length - 12} more (--json lists all)` : "";
  return `${names.slice(0, 12).join(", ")}${more}`;
}

async function surveyText(
  { pages, tables, products, unknown, entry, adopted }: Survey,
  file: string,
): Promise<string> {
  const { countOutcomes } = await import("../../corpus/page-outcome.ts");
  const { printEntry } = await import("../../config/print-config.ts");
  const none = (hosts: number) =>
    hosts === 0
      ? "no endpoint, since its samples name no host"
      : "no endpoint, since its samples do not agree on one host";
  const lines = products.map(
    ({ product, version, operations, languages, endpoint, hosts, ...rest }) =>
      [
        `  ${product} ${version}: ${count(operations, "operation")} in ${rest.pages}`,
        languages.length === 0 ? "no languages named" : languages.join(" and "),
        endpoint === undefined ? none(hosts) : `endpoint ${endpoint}`,
      ].join(", "),
  );
  if (unknown.length > 0) {
    lines.push(
      `  ${count(unknown.length, "operation")} of no product or version that the pages state: ${listed(unknown)}.`,
    );
    // The configuration has it already if there is no other entry.
    if (entry !== undefined && products.length > 0) {
      lines.push(
        `  Add this entry to products in ${file}, with product and version:`,
        ...printEntry(entry).map((line) => `    ${line}`),
      );
    }
  }
  if (adopted.length > 0) {
    lines.push(
      `  ${count(adopted.length, "operation")} whose pages state no product or version, taken for that of their folder: ${listed(adopted)}. Ignore them if they are of another one.`,
    );
  }
  const head = `${countOutcomes(pages)}; ${count(tables, "table")} of parameters, ${count(products.length, "product")}`;
  return `${[head, ...lines].map(visible).join("\n")}\n`;
}
