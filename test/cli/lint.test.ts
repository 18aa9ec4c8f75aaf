import { join } from "node:path";
import { expect, test } from "vitest";
import { page } from "./page.ts";
import { folderWith, runDocwright } from "./run-docwright.ts";

/** A folder with a page whose sample lacks a required parameter. */
function docs(): string {
  const rows = "|Title|String|是|Novels|书架的标题。 |\n|Colour|String|是|red|颜色。 |";
  return join(folderWith({ "docs/shelf.md": page({ rows }) }), "docs");
}

const rule = "lint/request-lacks-required";

test("shows both places of a contradiction, and counts what it has found", async () => {
  const { status, out, err } = await runDocwright("lint", docs());

  expect(status).toBe(0);
  expect(err).toMatch(/shelf\.md:26:23 warning lint\/request-lacks-required .*"Colour"/);
  expect(err).toMatch(/shelf\.md:13:16 required here\n {3}\|\n13 \| \|Colour\|String\|是\|/);
  expect(out).toContain(`1 page: `);
  expect(out).toContain(`1  ${rule}\n`);
});

test("a rule can be an error, or be left out", async () => {
  const folder = docs();

  expect((await runDocwright("lint", folder, "--rule", `${rule}=error`)).status).toBe(1);
  expect((await runDocwright("lint", folder, "--rule", `${rule}=off`)).err).not.toContain(rule);
});

test("a configuration says how grave rules are, and flags win over it", async () => {
  const rows = "|Title|String|是|Novels|书架的标题。 |\n|Colour|String|是|red|颜色。 |";
  const folder = folderWith({
    "docs/shelf.md": page({ rows }),
    "docwright.config.yaml": `products: [{ pages: docs }]\nlint: { rules: { ${rule}: error } }\n`,
  });
  const config = join(folder, "docwright.config.yaml");

  expect((await runDocwright("lint", "--config", config)).status).toBe(1);
  expect((await runDocwright("lint", "--config", config, "--rule", `${rule}=off`)).status).toBe(0);
});

test("more warnings than are allowed end it with 1", async () => {
  const folder = docs();
  const { diagnostics } = JSON.parse((await runDocwright("lint", folder, "--json")).out) as {
    diagnostics: readonly unknown[];
  };
  const count = diagnostics.length;

  expect((await runDocwright("lint", folder, "--max-warnings", String(count))).status).toBe(0);
  expect((await runDocwright("lint", folder, "--max-warnings", String(count - 1))).status).toBe(1);
});

test.each([
  [["--rule", "lint/no-such=off"], 1, "lint/unknown-rule"],
  [["--rule", "lint/request-value=fatal"], 2, "off, warning, error"],
  [["--max-warnings", "few"], 2, "whole number"],
  [["--json", "--sarif"], 2, "cannot be used with"],
])("%j is wrong usage, and says how to write it", async (words, status, message) => {
  const run = await runDocwright("lint", docs(), ...words);

  expect(run.status).toBe(status);
  expect(run.err).toContain(message);
});

test("--sarif prints a log for code review tools", async () => {
  const log = JSON.parse((await runDocwright("lint", docs(), "--sarif")).out) as {
    version: string;
    runs: { results: { ruleId: string }[] }[];
  };

  expect(log.version).toBe("2.1.0");
  expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain(rule);
});

test("programs get both places", async () => {
  const { out } = await runDocwright("lint", docs(), "--json");
  const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; related?: unknown }[] };

  expect(diagnostics.find(({ code }) => code === rule)?.related).toEqual([
    {
      path: expect.stringMatching(/shelf\.md$/) as string,
      line: 13,
      column: 16,
      message: "required here",
    },
  ]);
});

test("a folder without pages is an error, and no contradiction", async () => {
  const { status, out, err } = await runDocwright("lint", folderWith({ "notes.txt": "" }));

  expect({ status, out }).toEqual({ status: 1, out: "0 pages: 0 contradictions\n" });
  expect(err).toContain("extract/no-pages");
});
