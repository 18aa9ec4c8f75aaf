import type { Config } from "./config.ts";

/**
 * Gives a configuration in TypeScript or JavaScript its type.
 *
 * @example
 * ```ts
 * // docwright.config.ts
 * import { defineConfig } from "docwright";
 *
 * export default defineConfig({
 *   languages: ["en", "zh"],
 *   products: [{ pages: "docs/ecs", product: "Ecs", version: "2014-05-26", package: "@acme/ecs" }],
 * });
 * ```
 */
export function defineConfig(config: Config): Config {
  return config;
}
