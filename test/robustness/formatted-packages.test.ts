import fc from "fast-check";
import { test } from "vitest";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import { expectFormatted } from "../emit/expect-formatted.ts";
import { materials } from "../emit/materials.ts";
import { generatedOperation, generatedProduct } from "./generated-operation.ts";
import { propertyRuns } from "./property-runs.ts";

test(
  "whatever a spec says, its package is what Prettier makes of it",
  { timeout: 300_000 },
  async () => {
    const operations = fc.uniqueArray(generatedOperation, {
      maxLength: 2,
      selector: ({ action }) => action,
    });
    const property = fc.asyncProperty(generatedProduct, operations, async (facts, all) => {
      const product = { product: "Shop", version: "2024-05-06", ...facts };
      const model = buildPackage(product, all, runtimeNames);
      const files = await emitPackage(model, { ...materials, runtime: new Map() }, []);
      await expectFormatted(files);
    });

    await fc.assert(property, propertyRuns(150));
  },
);
