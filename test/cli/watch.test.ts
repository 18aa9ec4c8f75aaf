import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished, expect, test } from "vitest";
import { page } from "./page.ts";
import { folderWith } from "./run-docwright.ts";

const bin = fileURLToPath(new URL("../../dist/bin/cli.js", import.meta.url));
const module = "generated/library-20200102/src/operations/make-shelf.ts";

/** `docwright watch` in a folder, as a process of its own. */
function watch(folder: string) {
  const child = spawn(process.execPath, [bin, "watch"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let said = "";
  let tell: (() => void) | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => {
      said += text.toString();
      tell?.();
    });
  }
  return {
    child,
    /** Waits until it has said something, and forgets all before. */
    says: async (part: string): Promise<string> => {
      while (!said.includes(part)) {
        await new Promise<void>((done) => {
          tell = done;
        });
      }
      const told = said;
      said = "";
      return told;
    },
  };
}

test("watch builds after each change, and keeps what was right while a page is wrong", async () => {
  const folder = folderWith({
    "docwright.config.yaml": "products:\n  - pages: docs\n",
    "docs/shelf.md": page(),
  });
  const place = (path: string) => join(folder, path);
  const { child, says } = watch(folder);
  // The two streams of a process come in no order.
  await says("files written");
  const right = readFileSync(place(module), "utf8");

  writeFileSync(place("docs/shelf.md"), page({ rows: "|Title|String|也许|Novels|书架的标题。 |" }));
  await says("derive/unclear-required");
  expect(readFileSync(place(module), "utf8")).toBe(right);

  writeFileSync(place("docs/shelf.md"), page().replace("书架的标题", "书架的名称"));
  await says("2 files written");
  expect(readFileSync(place(module), "utf8")).toContain("书架的名称");

  writeFileSync(place("docwright.config.yaml"), "output: [\n");
  expect(await says("yaml/syntax")).toContain("docwright.config.yaml:");

  writeFileSync(place("docwright.config.yaml"), "output: elsewhere\nproducts:\n  - pages: docs\n");
  await says("files written");
  expect(existsSync(place("elsewhere/library-20200102/package.json"))).toBe(true);

  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
}, 60_000);

test("watch sees a folder of pages go and come back, and a configuration", async () => {
  const folder = folderWith({
    "docwright.config.yaml": "products:\n  - pages: docs/library\n",
    "docs/library/shelf.md": page(),
  });
  const place = (path: string) => join(folder, path);
  const { says } = watch(folder);
  await says("files written");

  renameSync(place("docs/library"), place("docs/other"));
  await says("file/unreadable");
  renameSync(place("docs/other"), place("docs/library"));
  await says("1 package, 1 operation");
  writeFileSync(place("docs/library/shelf.md"), page().replace("书架的标题", "书架的名称"));
  await says("2 files written");

  rmSync(place("docwright.config.yaml"));
  await says("1 package, 1 operation");
  writeFileSync(place("docwright.config.json"), "{");
  await says("docwright.config.json:1:");
}, 60_000);
