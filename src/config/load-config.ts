import { closeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createReporter, reportPath } from "../diagnostics/create-reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { packageRoot } from "./package-root.ts";
import { defaultLimits, type Limits } from "../text/limits.ts";
import { openFile } from "../text/read-file.ts";
import { displayPath, readSource } from "../text/read-source.ts";
import { createSource, type Source } from "../text/source.ts";
import type { Config } from "./config.ts";
import { findConfigs } from "./find-configs.ts";

/** A configuration, and the folder of its relative paths. */
export interface LoadedConfig {
  readonly root: string;
  /** The configuration file; absent if none exists. */
  readonly file?: string;
  /** Missing if the file has errors. */
  readonly config?: Config;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads the named configuration, or `docwright.config.*` of a folder. Without one, all settings
 * have their defaults.
 */
export async function loadConfig(
  folder: string,
  named?: string,
  limits: Limits = defaultLimits,
): Promise<LoadedConfig> {
  const diagnostics: Diagnostic[] = [];
  const file = named === undefined ? findConfig(folder, diagnostics) : resolve(folder, named);
  if (file === undefined) {
    const none = diagnostics.length === 0 ? { config: {} } : {};
    return { root: resolve(folder), ...none, diagnostics };
  }
  const config = await readConfig(file, limits, diagnostics);
  return {
    root: dirname(file),
    file,
    ...(config === undefined ? {} : { config }),
    diagnostics,
  };
}

function findConfig(folder: string, diagnostics: Diagnostic[]): string | undefined {
  const [first, second] = findConfigs(folder);
  if (first !== undefined && second !== undefined) {
    reportPath(join(folder, second), "config/several", { other: first }, diagnostics);
    return undefined;
  }
  return first === undefined ? undefined : join(resolve(folder), first);
}

async function readConfig(
  file: string,
  limits: Limits,
  diagnostics: Diagnostic[],
): Promise<Config | undefined> {
  const isProgram = !/\.(?:json|ya?ml)$/.test(file);
  try {
    if (!isProgram) {
      const source = readSource(file, { limits, size: "specBytes" });
      return await validateConfig(source, diagnostics);
    }
    closeSync(openFile(file).descriptor);
    const value = await importConfig(file);
    if (value === undefined || typeof value === "function") {
      const reason = value === undefined ? "it has no default export" : "it exports a function";
      reportPath(file, "config/unreadable", { reason }, diagnostics);
      return undefined;
    }
    return await parseConfig(value, displayPath(file), diagnostics);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reportPath(file, isProgram ? "config/unreadable" : "file/unreadable", { reason }, diagnostics);
    return undefined;
  }
}

/** Node reads TypeScript natively from 22.18. */
const readsTypeScript = "typescript" in process.features && process.features.typescript !== false;

/** Returns the default export of a configuration program. */
async function importConfig(file: string): Promise<unknown> {
  if (/\.m?ts$/.test(file) && !readsTypeScript) {
    const { createJiti } = await import("jiti");
    const own = join(packageRoot, "dist/bin/index.js");
    // Its cache is disabled, because it is a temporary folder that other users may write to.
    const jiti = createJiti(import.meta.url, { alias: { docwright: own }, fsCache: false });
    return jiti.import(file, { default: true });
  }
  const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
  return module.default;
}

/**
 * Validates a configuration that a program created. Its values have no place in a text, so errors
 * are reported at the beginning of `path`.
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

/** Parses a configuration in YAML or JSON, and reports errors at their places. */
export async function validateConfig(
  source: Source,
  diagnostics: Diagnostic[],
): Promise<Config | undefined> {
  const { readYaml } = await import("../spec/read-yaml.ts");
  const { config } = await import("./config-schema.ts");
  return readYaml(source, config, createReporter(source, diagnostics))?.value;
}
