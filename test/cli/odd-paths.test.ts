import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { page } from "./page.ts";
import { folderWith, runDocwright } from "./run-docwright.ts";

/** Commands that write to a path. */
const writing = [
  "build docs --out",
  "build docs --specs",
  "extract docs --out",
  "generate specs --out",
  "export openapi specs --out",
  "templates eject --out",
];
/** Commands that read one. */
const reading = [
  "build docs --config",
  "build docs --templates",
  "build",
  "explain MakeShelf --config",
  "extract",
  "init",
  "inspect",
  "lint",
  "lint --config",
];

/** Paths that lead to no file and no folder, by what they are. */
const odd: Readonly<Record<string, (folder: string) => string>> = {
  "a folder that takes no new ones": () => "/proc/docwright",
  "a folder below one of those": () => "/proc/1/docwright/inner",
  "a path below a file": (folder) => join(folder, "docs/a.md/inner"),
  "a link to itself": (folder) => link(folder, "loop"),
  "a link to nothing": (folder) => link(folder, "nowhere"),
  "a name of 300 bytes": (folder) => join(folder, "n".repeat(300)),
  "a named pipe": (folder) => {
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    return join(folder, "pipe.md");
  },
  "a device that has no end": () => "/dev/zero",
  "a device that is full": () => "/dev/full",
  "a device that is empty": () => "/dev/null",
};

function link(folder: string, to: string): string {
  symlinkSync(to, join(folder, "loop"));
  return join(folder, "loop");
}

/** A project that has been built, where the process runs. */
async function project(): Promise<string> {
  const folder = folderWith({ "docs/a.md": page() });
  const home = process.cwd();
  process.chdir(folder);
  onTestFinished(() => {
    process.chdir(home);
  });
  await runDocwright("build", "docs");
  return folder;
}

describe.runIf(process.platform === "linux").each(Object.entries(odd))("%s", (_, make) => {
  test("is no place to write to: an error says so in a moment, and what to do", async () => {
    const path = make(await project());
    for (const command of writing) {
      const { status, err } = await runDocwright(...command.split(" "), path);

      expect([command, status]).toEqual([command, 1]);
      expect(err).toMatch(/error output\/unwritable cannot be written: .*changed\. [A-Z].*\.\n/);
      expect(err).toContain(path.replace(/\/inner$/, ""));
      expect(err).not.toMatch(/^ +at /m);
    }
  });

  test("is nothing to read: an error says so in a moment", async () => {
    const path = make(await project());
    for (const command of reading) {
      const { status, err } = await runDocwright(...command.split(" "), path);

      expect([command, status]).toEqual([command, 1]);
      expect(err).toMatch(/ error (?:file|config)\/unreadable /);
      expect(err).not.toMatch(/^ +at /m);
    }
  });
});

test("an empty word is wrong usage, and not the folder where it runs", async () => {
  const folder = await project();
  const before = readdirSync(folder);
  for (const command of [...writing, ...reading, "diff", "endpoint"]) {
    const { status, err } = await runDocwright(...command.split(" "), "");

    expect([command, status]).toEqual([command, 2]);
    expect(err).toMatch(/^error: (?:option|argument) '.*' is empty$/m);
  }
  expect(readdirSync(folder)).toEqual(before);
});

test("a zero character is wrong usage, and an error of a configuration", async () => {
  const folder = await project();

  expect((await runDocwright("build", "docs", "--out", "a\0b")).err).toContain(
    "error: option '--out <dir>' holds a zero character",
  );
  writeFileSync(join(folder, "docwright.config.json"), JSON.stringify({ output: "a\0b" }));
  const { status, err } = await runDocwright("build");
  expect(status).toBe(1);
  expect(err).toContain("holds a zero character");
});

describe.runIf(process.platform === "linux")("what is no file, where files are looked for", () => {
  test("below folders of pages, it is passed over", async () => {
    const folder = await project();
    execFileSync("mkfifo", [join(folder, "docs/pipe.md")]);
    const server = createServer().listen(join(folder, "docs/socket.md"));
    onTestFinished(() => void server.close());

    expect((await runDocwright("build", "docs")).out).toContain("up to date");
  });

  test.each([
    "specs/library-20200102/product.yaml",
    "specs/library-20200102/overlays/a.yaml",
    "specs/library-20200102/operations/Other.yaml",
    "docwright.config.yaml",
    "docwright.config.ts",
  ])("as %s, it is an error", async (path) => {
    const folder = await project();
    mkdirSync(join(folder, "specs/library-20200102/overlays"), { recursive: true });
    execFileSync("mkfifo", [join(folder, path)]);
    const { status, err } = await runDocwright("build");

    expect(status).toBe(1);
    expect(err).toContain(`${path}:1:1 error `);
    expect(err).toContain("is a named pipe, not a file");
  });

  test("as what a build remembers, it is an error, too", async () => {
    const folder = await project();
    execFileSync("rm", [join(folder, "generated/.docwright/record.json")]);
    execFileSync("mkfifo", [join(folder, "generated/.docwright/record.json")]);
    const { status, err } = await runDocwright("build", "docs");

    expect(status).toBe(1);
    expect(err).toContain("record.json is a named pipe, not a file");
  });
});
