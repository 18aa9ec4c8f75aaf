import { createReporter } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Source } from "../text/source.ts";
import type { Config } from "./config.ts";

/** Reads a configuration from YAML or JSON text; what is wrong with it is reported at its place. */
export async function validateConfig(
  source: Source,
  diagnostics: Diagnostic[],
): Promise<Config | undefined> {
  const { readYaml } = await import("../spec/read-yaml.ts");
  const { config } = await import("./config-schema.ts");
  return readYaml(source, config, createReporter(source, diagnostics))?.value;
}
