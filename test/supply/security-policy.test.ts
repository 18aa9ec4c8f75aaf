import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = readFileSync(join(root, "SECURITY.md"), "utf8");

const places = [...text.matchAll(/`((?:src|test|\.ci)\/[\w./-]*)`/g)].map(([, path = ""]) => path);

test("what the policy says is held somewhere, is held there", () => {
  expect(places.length).toBeGreaterThan(20);
  expect(places.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(["a page", "a spec", "an overlay", "a template", "a configuration that is code"])(
  "the policy says what %s may do, by what that is held and which tests prove it",
  (input) => {
    const row = text.split("\n").find((line) => line.startsWith(`| ${input} `)) ?? "";
    const cells = row.split("|").slice(2, -1);

    expect(cells).toHaveLength(4);
    expect(cells.filter((cell) => cell.trim() === "")).toEqual([]);
  },
);
