import * as esbuild from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { rollup, type Plugin } from "rollup";
import { expect, onTestFinished, test } from "vitest";
import docwrightEsbuild from "../../src/plugin/esbuild.ts";
import docwrightRolldown from "../../src/plugin/rolldown.ts";
import docwrightRollup from "../../src/plugin/rollup.ts";
import { page } from "../cli/page.ts";
import { folderWith } from "../cli/run-docwright.ts";

const product = { product: "Library", version: "2020-01-02", endpoint: "example.com" };

/** A program that calls the operation of a page, and what the plugin is told of the page. */
function project(text = page()) {
  const folder = folderWith({
    "docs/shelf.md": text,
    "main.ts": 'export { LibraryClient, makeShelf } from "library-20200102";\n',
  });
  const input = join(folder, "main.ts");
  return { input, options: { folder, config: { products: [{ pages: "docs", ...product }] } } };
}

/** What Rollup needs to read TypeScript, as projects have it. */
const readsTypeScript: Plugin = {
  name: "typescript",
  transform: async (code) => (await esbuild.transform(code, { loader: "ts" })).code,
};

const nodes = ["node:http", "node:https", "node:net", "node:process", "node:tls", "node:zlib"];

test("Rollup bundles a package made from its pages", async () => {
  const { input, options } = project();

  const bundle = await rollup({ input, plugins: [docwrightRollup(options), readsTypeScript] });
  const { output } = await bundle.generate({});

  expect(output[0].code).toContain('"MakeShelf"');
});

test("Rolldown bundles a package made from its pages", async () => {
  const { input, options } = project();

  const bundle = await rolldown({ input, plugins: [docwrightRolldown(options)] });
  const { output } = await bundle.generate({});

  expect(output[0].code).toContain('"MakeShelf"');
});

test("esbuild bundles a package made from its pages, for browsers and for Node", async () => {
  const { input, options } = project();
  const bundleFor = async (platform: esbuild.Platform) => {
    const plugins = [docwrightEsbuild(options)];
    const settings = { bundle: true, write: false, format: "esm", platform, plugins } as const;
    const { outputFiles } = await esbuild.build({ entryPoints: [input], ...settings });
    return outputFiles[0]?.text;
  };

  expect(await bundleFor("browser")).toContain('"MakeShelf"');
  expect(await bundleFor("node")).toContain('from "node:https"');
});

test("esbuild bundles again when a page changes", async () => {
  const { input, options } = project();
  const outfile = join(options.folder, "main.js");
  const bundles: string[] = [];
  let wake: (() => void) | undefined;
  const tellsEnd: esbuild.Plugin = {
    name: "tells-end",
    setup(bundler) {
      bundler.onEnd(() => {
        bundles.push(readFileSync(outfile, "utf8"));
        wake?.();
      });
    },
  };
  const plugins = [docwrightEsbuild(options), tellsEnd];
  const context = await esbuild.context({ entryPoints: [input], outfile, bundle: true, plugins });
  onTestFinished(() => context.dispose());

  await context.watch();
  while (bundles.length === 0) await new Promise<void>((done) => (wake = done));
  writeFileSync(
    join(options.folder, "docs/shelf.md"),
    page({ rows: "|Colour|String|是|red|颜色。 |" }),
  );
  while (!bundles.at(-1)?.includes("Colour")) await new Promise<void>((done) => (wake = done));

  expect(bundles[0]).not.toContain("Colour");
});

test("the platform can be said where a bundler does not know it", async () => {
  const { input, options } = project();

  const plugins = [docwrightRollup({ ...options, platform: "node" }), readsTypeScript];
  const bundle = await rollup({ input, plugins, external: nodes });
  const { output } = await bundle.generate({});

  expect(output[0].imports).toContain("node:https");
});

test("a build ends where a page has an error", async () => {
  const { input, options } = project(page({ rows: "|Title|String|也许|Novels|书架的标题。 |" }));

  const plugins = [docwrightEsbuild(options)];
  const failing = esbuild.build({
    entryPoints: [input],
    bundle: true,
    plugins,
    logLevel: "silent",
  });

  await expect(failing).rejects.toThrow("derive/unclear-required");
});
