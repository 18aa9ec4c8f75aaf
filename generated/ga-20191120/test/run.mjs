// Runs the tests: the samples of the pages, which the compiler checks first.

import { build } from "esbuild";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
const tests = readdirSync(folder).filter((name) => name.endsWith(".test.ts"));
const place = mkdtempSync(join(tmpdir(), "samples-"));

try {
  execFileSync(process.execPath, [join(dirname(compiler), "bin/tsc"), "--project", folder], {
    stdio: "inherit",
  });
  // One process for all: each file of its own would take one.
  const file = join(place, "samples.mjs");
  await build({
    stdin: {
      contents: tests.map((name) => `import ${JSON.stringify(`./${name}`)};`).join("\n"),
      resolveDir: folder,
    },
    outfile: file,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    // The package says that importing its files does nothing; that of these does.
    ignoreAnnotations: true,
    plugins: [
      {
        name: "platform",
        setup(build) {
          const path = join(folder, "../src/runtime/platform/node.ts");
          build.onResolve({ filter: /^#platform$/ }, () => ({ path }));
        },
      },
    ],
  });
  const run = spawnSync(process.execPath, ["--test-reporter=spec", file], { stdio: "inherit" });
  process.exitCode = run.status ?? 1;
} catch (error) {
  // What the compiler has to say, it has said.
  if (error?.status === undefined) throw error;
  process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
