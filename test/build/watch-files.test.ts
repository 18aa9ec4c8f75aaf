import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { watchFiles } from "../../src/build/watch-files.ts";
import { folderWith } from "../cli/run-docwright.ts";

test("what links in a folder lead to is not watched, a folder that is a link itself is", async () => {
  const folder = folderWith({ "docs/a.md": "", "elsewhere/b.md": "", "end.txt": "" });
  symlinkSync(join(folder, "elsewhere"), join(folder, "docs/link"));
  symlinkSync(join(folder, "docs"), join(folder, "pages"));
  const end = new AbortController();
  const batches = watchFiles({
    paths: [join(folder, "pages")],
    matters: (path) => path.endsWith(".md"),
    signal: end.signal,
  });
  await batches.next();
  writeFileSync(join(folder, "elsewhere/b.md"), "changed");
  writeFileSync(join(folder, "docs/a.md"), "changed");

  expect((await batches.next()).value).toEqual([join(folder, "pages/a.md")]);
  end.abort();
  await batches.next();
});
