import { Document, isScalar, visit } from "yaml";
import type { Config, ConfigFormat } from "./config.ts";

/** The path of the configuration's JSON Schema in a project that has docwright installed. */
const schema = "./node_modules/docwright/schemas/config.schema.json";

/** Prints a configuration as the text of a `docwright.config.*`. */
export function printConfig(config: Config, format: ConfigFormat): string {
  switch (format) {
    case "yaml":
      return printYaml(config);
    case "json":
      return `${JSON.stringify({ $schema: schema, ...config }, null, 2)}\n`;
    case "ts":
    case "js":
      return `import { defineConfig } from "docwright";\n\nexport default defineConfig(${JSON.stringify(config, null, 2)});\n`;
  }
}

function printYaml(config: Config): string {
  const document = new Document(config);
  document.commentBefore = ` yaml-language-server: $schema=${schema}`;
  visit(document, {
    Pair(_, { key, value }) {
      // Older YAML parses an unquoted date as a timestamp.
      if (isScalar(key) && key.value === "version" && isScalar(value)) value.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString();
}
