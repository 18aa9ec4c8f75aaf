import { expect, test } from "vitest";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { expectFormatted } from "../emit/expect-formatted.ts";
import { materials } from "../emit/materials.ts";
import { corpus, noCorpus } from "./corpus-pages.ts";
import { readFolder } from "./read-folder.ts";

test(
  "every package of the corpus is what Prettier makes of it",
  { timeout: 600_000 },
  async (context) => {
    if (corpus === "") {
      context.skip(noCorpus);
      return;
    }
    let compared = 0;
    for (const operations of packagesOf(corpus)) {
      const [{ product, version } = { product: "", version: "" }] = operations;
      const stated = { product: product || "None", version, endpoint: "example.com" };
      const model = buildPackage(stated, operations, runtimeNames);
      compared += await expectFormatted(await emitPackage(model, materials, []));
    }

    expect(compared).toBeGreaterThan(1000);
  },
);

/** All operations, each page's in a package with those of its language, product and version. */
function packagesOf(folder: string): readonly (readonly Operation[])[] {
  const packages = new Map<string, Map<string, Operation>>();
  for (const { input, derived } of readFolder([folder])) {
    const operation = derived?.operation;
    if (operation === undefined) continue;
    const [area = "", language = ""] = input.shown.split("/");
    const place = [area, language, operation.product, operation.version].join("/");
    // A second page of one operation makes a second package.
    let key = place;
    while (packages.get(key)?.has(operation.action)) key += "+";
    const members = packages.get(key) ?? new Map<string, Operation>();
    packages.set(key, members.set(operation.action, operation));
  }
  return [...packages.values()].map((operations) => [...operations.values()]);
}
