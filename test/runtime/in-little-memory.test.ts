import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const vitest = join(
  dirname(createRequire(import.meta.url).resolve("vitest/package.json")),
  "vitest.mjs",
);
const megabytes = 128;

interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly testResults: readonly { readonly name: string }[];
}

test(`every test of misbehaving servers passes once more with a heap of ${megabytes} MB`, async () => {
  const words = ["run", "--config", "test/vitest.config.ts", "test/runtime/faults/"];
  const options = ["--reporter=json", `--execArgv=--max-old-space-size=${megabytes}`];
  const env = { ...process.env, DOCWRIGHT_TEST_HEAP: String(megabytes) };
  const { stdout } = await promisify(execFile)(process.execPath, [vitest, ...words, ...options], {
    cwd: root,
    env,
    maxBuffer: Infinity,
  });
  const report = JSON.parse(stdout.slice(stdout.indexOf("{"))) as Report;

  expect(report.success).toBe(true);
  expect(report.numPassedTests).toBeGreaterThan(300);
  const files = report.testResults.map(({ name }) => name.replace(/^.*\//, ""));
  expect(files).toContain("memory.test.ts");
});
