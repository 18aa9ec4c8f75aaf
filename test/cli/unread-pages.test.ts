import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PageOutcome } from "../../src/corpus/page-outcome.ts";
import { page } from "./page.ts";
import { findings, folderWith, runDocwright } from "./run-docwright.ts";

/** A project with pages in `docs` and elsewhere, and what its build says. */
function project(settings = "") {
  const folder = folderWith({
    "docs/shelf.md": page(),
    "docs/guides/common.md": "# Common\n\n|Name|Type|\n|--|--|\n|Format|String|\n",
    "elsewhere/room.md": page().replaceAll("MakeShelf", "MakeRoom"),
    "docwright.config.yaml": `products:\n  - pages: docs\n${settings}`,
  });
  const place = (path: string) => join(folder, path);
  const run = (command: string, ...flags: readonly string[]) =>
    runDocwright(command, "--config", place("docwright.config.yaml"), ...flags);
  const pages = async () => {
    const { out } = await run("build", "--json");
    return (JSON.parse(out) as { pages: readonly PageOutcome[] }).pages;
  };
  return { place, run, pages };
}

describe("what is not read in a folder of pages has an outcome with its reason", () => {
  test("a dangling link, and links out of the folder, are refused and reported", async () => {
    const { place, run, pages } = project("ignore: [docs/guides]\n");
    symlinkSync("nowhere.md", place("docs/gone.md"));
    symlinkSync("../elsewhere", place("docs/linked"));
    symlinkSync("../elsewhere/room.md", place("docs/room.md"));

    const { status, err, out } = await run("build");

    expect(status).toBe(0);
    expect(findings(err)).toEqual(
      expect.arrayContaining([
        "gone.md:1:1 warning file/not-followed",
        "linked:1:1 warning file/not-followed",
        "room.md:1:1 warning file/not-followed",
      ]),
    );
    expect(out).toContain("5 pages: 1 operation, 3 refused, 1 ignored");
    expect(await pages()).toContainEqual({
      file: "docs/gone.md",
      state: "refused",
      reason: "it is a link to nowhere.md, where nothing is",
    });
  });

  test("a link to a page that is read itself is skipped without a finding", async () => {
    const { place, run, pages } = project("ignore: [docs/guides]\n");
    symlinkSync("shelf.md", place("docs/same.md"));
    symlinkSync(".", place("docs/again"));

    expect((await run("build")).err).not.toContain("file/not-followed");
    expect(await pages()).toContainEqual({
      file: "docs/same.md",
      state: "skipped",
      reason: "it is a link to shelf.md, which is read itself",
    });
    expect((await run("inspect")).err).toContain("4 pages: 1 operation, 1 ignored, 2 skipped");
  });

  test("a build sees that a dangling link is gone", async () => {
    const { place, run } = project();
    await run("build");
    symlinkSync("nowhere.md", place("docs/gone.md"));

    expect((await run("build")).out).toContain("3 pages: 1 operation, 2 refused");
  });

  test.skipIf(process.getuid?.() === 0)("a folder that cannot be listed is an error", async () => {
    const { place, run, pages } = project();
    await run("build");
    mkdirSync(place("docs/locked"));
    chmodSync(place("docs/locked"), 0);

    const { status, err } = await run("build");

    expect(status).toBe(1);
    expect(findings(err)).toEqual(["locked:1:1 error file/unreadable"]);
    expect(await pages()).toMatchObject([{ file: "docs/locked/", state: "refused" }]);
    chmodSync(place("docs/locked"), 0o700);
  });
});

describe("ignore takes patterns", () => {
  test.each(["docs/**/common.md", "docs/guides/*", "**/gui?es", "docs/guides/**", "*/guides"])(
    "%s",
    async (pattern) => {
      const { run, pages } = project(`ignore: ["${pattern}"]\n`);

      expect((await run("check", "--stale-only")).err).not.toContain("common.md");
      expect(await pages()).toContainEqual({
        file: "docs/guides/common.md",
        state: "ignored",
        reason: "the configuration leaves it out",
      });
    },
  );

  test.each(["docs/*.txt", "docs/s", "docs/[a-z]*/common.md", "docs/!(shelf)*"])(
    "one that no page fits is an error: %s",
    async (pattern) => {
      const { run } = project(`ignore: ["${pattern}"]\n`);

      const { status, err } = await run("build");

      expect(status).toBe(1);
      expect(err).toContain(
        `no page lies at "${pattern}", which "ignore" names. Write the path of a page or a folder, or a pattern with *, ** and ?.`,
      );
    },
  );
});
