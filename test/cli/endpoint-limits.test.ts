import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { runDocwright } from "./run-docwright.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = join(root, "dist/bin/cli.js");

test("--max-calls is how many calls are kept, and stderr says when others are forgotten", async () => {
  const words = [bin, "endpoint", "specs", "--json", "--max-calls", "2", "--max-resources", "5"];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => {
    child.kill();
  });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const { url } = JSON.parse(line) as { url: string };
  const warned = once(createInterface(child.stderr), "line");
  for (const action of ["A", "B", "C"]) await fetch(`${url}/?Action=${action}`);

  expect(await warned).toEqual([expect.stringContaining("--max-calls is 2.")]);
  const calls = await (await fetch(`${url}/endpoint/calls`)).json();
  expect(calls).toMatchObject([{ action: "B" }, { action: "C" }]);
  const forgotten = await (await fetch(`${url}/endpoint/forgotten`)).json();
  expect(forgotten).toEqual({ calls: 1, created: 0, tokens: 0, deleted: 0 });
});

test.each(["--max-calls", "--max-resources"])("%s is a whole number from 1", async (flag) => {
  for (const value of ["0", "1.5", "1e3", "many"]) {
    const { status, err } = await runDocwright("endpoint", flag, value);

    expect(status).toBe(2);
    expect(err).toContain("A limit is a whole number from 1.");
  }
});
