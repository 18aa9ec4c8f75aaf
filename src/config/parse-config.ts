import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createSource } from "../text/source.ts";
import type { Config } from "./config.ts";
import { validateConfig } from "./validate-config.ts";

/**
 * Reads a configuration from what a program has made. Its values have no place in the program's text, so
 * all that is wrong is reported at the beginning of `path`.
 */
export async function parseConfig(
  value: unknown,
  path: string,
  diagnostics: Diagnostic[],
): Promise<Config | undefined> {
  const found: Diagnostic[] = [];
  const json = JSON.stringify(value ?? null, null, 2);
  const config = await validateConfig(createSource(path, json), found);
  const source = createSource(path, "");
  diagnostics.push(...found.map((one) => ({ ...one, source, span: { start: 0, end: 0 } })));
  return config;
}
