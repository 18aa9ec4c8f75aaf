import { readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { folderWith } from "../cli/run-docwright.ts";

const wanted = { languages: ["en", "zh"], products: [{ pages: "docs" }] };
const module = `export default ${JSON.stringify(wanted)};\n`;

/** Loads the configuration of a folder with one file in it; findings as place and code. */
async function load(name: string, text: string) {
  const folder = folderWith({ [name]: text });
  const { root, config, diagnostics } = await loadConfig(folder);
  expect(root).toBe(folder);
  return {
    config,
    findings: diagnostics.map(({ code, span, message }) => `${span.start} ${code} ${message}`),
  };
}

describe("a configuration can be", () => {
  test.each([
    ["YAML", "docwright.config.yaml", "languages: [en, zh]\nproducts:\n  - pages: docs\n"],
    ["JSON", "docwright.config.json", JSON.stringify(wanted)],
    ["a module", "docwright.config.mjs", module],
    ["CommonJS", "docwright.config.cjs", `module.exports = ${JSON.stringify(wanted)};`],
    [
      "TypeScript, with the types of docwright",
      "docwright.config.ts",
      `import { defineConfig, type Config } from "docwright";\nconst config: Config = ${JSON.stringify(wanted)};\nexport default defineConfig(config);\n`,
    ],
  ])("%s", async (_, name, text) => {
    expect(await load(name, text)).toEqual({ config: wanted, findings: [] });
  });

  test("left out", async () => {
    expect(await loadConfig(folderWith({}))).toMatchObject({ config: {}, diagnostics: [] });
  });

  test("in another folder, which its paths are relative to", async () => {
    const folder = folderWith({ "deep/my.yaml": "output: packages\n" });

    expect(await loadConfig(process.cwd(), join(folder, "deep/my.yaml"))).toMatchObject({
      root: join(folder, "deep"),
      config: { output: "packages" },
    });
  });
});

test("a program of TypeScript leaves nothing where others could change what runs the next time", async () => {
  const temporary = folderWith({});
  vi.stubEnv("TMPDIR", temporary);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const folder = folderWith({ "docwright.config.ts": module });

  expect((await loadConfig(folder)).config).toEqual(wanted);
  expect(readdirSync(temporary)).toEqual([basename(folder)]);
});

test("a configuration in a folder above is not looked for", async () => {
  const folder = folderWith({ "docwright.config.mjs": "throw new Error();", "inner/a.txt": "" });

  expect(await loadConfig(join(folder, "inner"))).toMatchObject({ config: {}, diagnostics: [] });
});

describe("a finding says", () => {
  test("which key there is not, where, and which was meant", async () => {
    const { config, findings } = await load("docwright.config.yaml", "specs: a\nlanguage: [en]\n");

    expect(config).toBeUndefined();
    expect(findings).toEqual([
      expect.stringMatching(/^9 spec\/unknown-key "language" .*"languages"/),
    ]);
  });

  test("which key was meant by one that stands in the wrong place", async () => {
    const { findings } = await load("docwright.config.yaml", "product:\n  - pages: docs\n");

    expect(findings).toEqual([expect.stringMatching(/"product" .* mean "products"/)]);
  });

  test("that a package's name needs to know whose it is", async () => {
    const text = "products:\n  - pages: docs\n    package: mine\n";

    expect((await load("docwright.config.yaml", text)).findings).toEqual([
      expect.stringContaining("needs a product and a version"),
    ]);
  });

  test("that a version alone names nothing", async () => {
    const text = 'products:\n  - pages: docs\n    version: "2020-01-02"\n';

    expect((await load("docwright.config.yaml", text)).findings.join()).toContain(
      "needs product and version together",
    );
  });

  test("that the values of a module are wrong", async () => {
    const { findings } = await load("docwright.config.mjs", "export default { output: 1 };");

    expect(findings).toEqual([expect.stringContaining("0 spec/invalid output:")]);
  });

  test.each([
    [
      "that a module cannot be run",
      "docwright.config.mjs",
      'throw new Error("no disk");',
      "no disk",
    ],
    [
      "that a module cannot be parsed",
      "docwright.config.mjs",
      "export default {",
      "config/unreadable",
    ],
    ["that YAML cannot be parsed", "docwright.config.yaml", "a: [", "yaml/syntax"],
    ["that a module exports nothing", "docwright.config.mjs", "", "it has no default export"],
    [
      "that a module exports a function",
      "docwright.config.mjs",
      "export default () => ({});",
      "it exports a function",
    ],
  ])("%s", async (_, name, text, part) => {
    expect((await load(name, text)).findings.join()).toContain(part);
  });

  test("that there are two", async () => {
    const folder = folderWith({ "docwright.config.json": "{}" });
    writeFileSync(join(folder, "docwright.config.yaml"), "{}");

    expect((await loadConfig(folder)).diagnostics.map(({ code }) => code)).toEqual([
      "config/several",
    ]);
  });

  test("that the one that is named is not there", async () => {
    const { config, diagnostics } = await loadConfig(process.cwd(), "nowhere.yaml");

    expect(config).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["file/unreadable"]);
  });
});
