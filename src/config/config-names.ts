/** The names that a configuration may have. */
export const configNames: readonly string[] = [
  "ts",
  "mts",
  "js",
  "mjs",
  "cjs",
  "json",
  "yaml",
  "yml",
].map((ending) => `docwright.config.${ending}`);
