import { expect, test } from "vitest";
import { toJSONSchema } from "zod";
import { config } from "../../src/config/config-schema.ts";
import { writeSchemas } from "../../src/spec/write-schemas.ts";

test("schemas/config.schema.json is what a configuration is held to", async () => {
  const schema = toJSONSchema(config, { unrepresentable: "any" });

  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    "../../schemas/config.schema.json",
  );
});

test.each([...writeSchemas()])("schemas/%s is what its files are held to", async (name, text) => {
  await expect(text).toMatchFileSnapshot(`../../schemas/${name}`);
});
