import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { format } from "prettier";
import { expect, onTestFinished, test } from "vitest";
import { build, check } from "../../src/index.ts";
import { corpus, noCorpus } from "./corpus-pages.ts";

test("every package of the corpus compiles, and its samples hold or contradict their page", async (context) => {
  if (corpus === "") {
    context.skip(noCorpus);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "docwright-samples-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const config = { products: [{ pages: corpus }] };
  await build({ folder, config });
  const { packages, diagnostics } = await check({ folder, config });

  const ours = diagnostics.filter(
    ({ code }) => code.startsWith("check/") && code !== "check/page-sample",
  );
  expect(ours).toEqual([]);
  const counts = packages.map((one) => [
    relative(join(folder, "generated"), one.folder),
    one.samples,
  ]);
  const text = await format(JSON.stringify(Object.fromEntries(counts)), { parser: "json" });
  await expect(text).toMatchFileSnapshot("samples/counts.json");
  const contradictions = diagnostics
    .filter(({ code }) => code === "check/page-sample")
    .map(({ source, span, message }) => {
      const line = source.text.slice(0, span.start).split("\n").length;
      const path = relative(corpus, source.path);
      const [, reason = message] = /tables: (.*)\. Correct the page/.exec(message) ?? [];
      return `${path}:${line} ${reason}\n`;
    });
  await expect(contradictions.sort().join("")).toMatchFileSnapshot("samples/contradictions.txt");
}, 300_000);
