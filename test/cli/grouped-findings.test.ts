import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { folderWith, runDocwright } from "./run-docwright.ts";

const guide = "# Sizes\n\n## Request parameters\n\n|Parameter|Type|\n|---|---|\n|Size|String|\n";

/** Some guides with tables of parameters that are no operation. */
function guides(count: number, name: (index: number) => string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`docs/${name(index)}.md`, guide]),
  );
}

/** A project with guides beside the page of an operation, and a command line in it. */
function project(files: Readonly<Record<string, string>>, ignore = "") {
  const folder = folderWith({
    "docs/api/shelf.md": page(),
    "docwright.config.yaml": `products:\n  - pages: docs\n${ignore}`,
    ...files,
  });
  return (...words: readonly string[]) =>
    runDocwright(...words, "--config", join(folder, "docwright.config.yaml"));
}

describe("many pages of a folder that name no operation", () => {
  test.each(["build", "extract", "check"])(
    "are one line of %s, with an entry for ignore",
    async (command) => {
      const files = guides(905, (index) => `guides/${index}`);
      const run = project(files);

      const { err } = await run(command);

      expect(err.match(/extract\/unnamed-operation/g)).toHaveLength(1);
      expect(err).toMatch(
        /docs\/guides: (?:warning|error) extract\/unnamed-operation 905 pages have tables .*: 0\.md, 1\.md, 10\.md and 902 more/,
      );
      expect(err).toContain(
        'add "docs/guides" to "ignore" in the configuration if they are guides',
      );
      const json = JSON.parse((await run(command, "--json")).out) as {
        diagnostics: { code: string }[];
      };
      const all = json.diagnostics.filter(({ code }) => code === "extract/unnamed-operation");
      expect(all).toHaveLength(905);
      const ignored = project(files, "ignore:\n  - docs/guides\n");
      expect((await ignored(command)).err).not.toContain("extract/unnamed-operation");
    },
  );

  test("beside an operation have a pattern that leaves the operation alone", async () => {
    const files = guides(20, (index) => `api/guide-${index}`);

    const { err } = await project(files)("build");

    expect(err).toContain('add "docs/api/guide-*" to "ignore" in the configuration');
    const { out, err: rest } = await project(files, 'ignore:\n  - "docs/api/guide-*"\n')("build");
    expect(rest).not.toContain("extract/unnamed-operation");
    expect(out).toContain("21 pages: 1 operation, 20 ignored");
  });

  test("in many folders are grouped by the folder above them", async () => {
    const { err } = await project(guides(60, (index) => `guides/${index % 20}/${index}`))("build");

    expect(err.match(/extract\/unnamed-operation/g)).toHaveLength(1);
    expect(err).toContain('add "docs/guides" to "ignore"');
  });

  test("are shown one by one where they are few", async () => {
    const { err } = await project(guides(10, (index) => `guides/${index}`))("build");

    expect(err.match(/extract\/unnamed-operation/g)).toHaveLength(10);
  });
});
