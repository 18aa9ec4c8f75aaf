import { resolve } from "node:path";
import { expect, test } from "vitest";
import { resolveProject } from "../../src/config/resolve-project.ts";
import { defaultLimits } from "../../src/text/limits.ts";

test("without a configuration, pages lie among the specs", () => {
  expect(resolveProject({}, "/work/api")).toEqual({
    root: "/work/api",
    specs: "/work/api/specs",
    output: "/work/api/generated",
    languages: [],
    limits: defaultLimits,
    sources: [{ pages: ["/work/api/specs"] }],
    packages: [],
  });
});

test("paths of a configuration are relative to it, those of the command line to where it runs", () => {
  const config = { specs: "a", output: "b", templates: "c", languages: ["en"] };

  expect(resolveProject(config, "/work", { output: "d", languages: ["zh"] })).toMatchObject({
    specs: "/work/a",
    output: resolve("d"),
    templates: "/work/c",
    languages: ["zh"],
  });
});

test("pages of the command line take the place of configured ones, the settings of packages stay", () => {
  const product = { product: "Shop", version: "2024-05-06" };
  const config = {
    products: [{ ...product, pages: "docs", package: "@acme/shop", output: "shop" }],
  };

  expect(resolveProject(config, "/work", { pages: ["/other"] })).toMatchObject({
    sources: [{ pages: ["/other"] }],
    packages: [{ of: product, output: "/work/shop", stated: { package: "@acme/shop" } }],
  });
});
