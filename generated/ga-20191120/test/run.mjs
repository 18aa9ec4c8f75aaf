// Compiles and runs the tests, which are the samples of the pages.

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
  // One bundle runs all tests in one process; separate files would each start one.
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
    // package.json declares that imports have no side effects, but test files have.
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
  // The compiler has already printed its errors.
  if (error?.status === undefined) throw error;
  process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
