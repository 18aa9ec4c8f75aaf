import { Document, isScalar, visit } from "yaml";
import type { Config, ConfigFormat, ProductConfig } from "./config.ts";

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
      if (!isScalar(key) || !isScalar(value)) return;
      if (value.value === "") {
        if (key.value === "product") value.comment = " write the product here, as in Shop";
        if (key.value === "version") value.comment = " write the version here, as in 2019-11-20";
      }
      // Older YAML takes a bare date for a date.
      if (key.value === "version") value.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString();
}

/** An entry of `products` as lines of YAML, to be pasted. */
export function printEntry(entry: ProductConfig): string[] {
  const [, , ...lines] = printYaml({ products: [entry] })
    .trimEnd()
    .split("\n");
  return lines.filter((line) => line !== "products:").map((line) => line.slice(2));
}
