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
    sources: [{ pages: [{ path: "/work/api/specs", absolute: false }] }],
    around: [],
    partial: false,
    narrowed: false,
    ignore: [],
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
    sources: [{ pages: [{ path: "/other", absolute: true }] }],
    around: [],
    packages: [{ of: product, output: "/work/shop", stated: { package: "@acme/shop" } }],
  });
});

test("a page of a configured folder is of the configured product, and is read together with the folder", () => {
  const only = { product: "Shop", version: "2024-05-06" };
  const config = { products: [{ ...only, pages: "docs" }] };

  expect(
    resolveProject(config, "/work", { folder: "/work", pages: ["docs/CreateOrder.md"] }),
  ).toMatchObject({
    sources: [{ pages: [{ path: "/work/docs/CreateOrder.md", absolute: false }], only }],
    around: [{ pages: [{ path: "/work/docs" }], only }],
    partial: true,
  });
});

test("a page among the specs is read together with the pages of its product", () => {
  const page = "specs/shop-20240506/pages/CreateOrder.md";

  expect(resolveProject({}, "/work", { folder: "/work", pages: [page] })).toMatchObject({
    sources: [{ pages: [{ path: `/work/${page}` }] }],
    around: [{ pages: [{ path: "/work/specs/shop-20240506/pages" }] }],
    partial: true,
  });
});

test("pages to ignore are relative to the configuration", () => {
  expect(resolveProject({ ignore: ["docs/guides"] }, "/work").ignore).toEqual([
    "/work/docs/guides",
  ]);
});
