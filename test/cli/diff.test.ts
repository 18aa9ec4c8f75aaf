import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/api/build.ts";
import { page } from "./page.ts";
import { folderWith, runDocwright } from "./run-docwright.ts";

const row = (name: string, required: string) => `|${name}|String|${required}|Novels|书架的标题。 |`;

/** A project in git whose first commit has one page and whose working tree has another one. */
async function project(now = page({ rows: row("Colour", "是") })) {
  const folder = folderWith({
    "docwright.config.yaml": "products:\n  - pages: docs\n",
    "docs/shelf.md": page({ rows: row("Title", "是") }),
  });
  const git = (...words: readonly string[]) => {
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...words], {
      cwd: folder,
      stdio: "pipe",
    });
  };
  await build({ folder });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "one");
  cpSync(join(folder, "specs"), join(folder, "before"), { recursive: true });
  writeFileSync(join(folder, "docs/shelf.md"), now);
  await build({ folder });
  const config = join(folder, "docwright.config.yaml");
  const here = process.cwd();
  const run = async (...words: readonly string[]) => {
    process.chdir(folder);
    try {
      return await runDocwright("diff", "--config", config, ...words);
    } finally {
      process.chdir(here);
    }
  };
  return { folder, run };
}

test("tells what has changed since a commit, whom it breaks, and what the version has to tell", async () => {
  const { run } = await project();

  expect(await run("HEAD")).toEqual({
    status: 0,
    err: "",
    out: `Library 2020-01-02 MakeShelf
  major request Title removed: string (line 12 → —)
        for callers: Requests with it no longer compile, and are refused.
  major request Colour added: string (line — → 12)
        for callers: Requests without it no longer compile, and are refused.

2 changes, 2 breaking: major
`,
  });
});

test("folders are compared like revisions", async () => {
  const { run } = await project();

  expect((await run("before", "specs")).out).toBe((await run("HEAD")).out);
});

test("a commit is compared with itself: nothing has changed", async () => {
  const { run } = await project();

  expect(await run("HEAD", "HEAD")).toEqual({ status: 0, out: "nothing has changed\n", err: "" });
});

test("--markdown prints the entry of a changelog", async () => {
  const { run } = await project(page({ rows: `${row("Title", "是")}\n${row("Colour", "否")}` }));

  expect((await run("HEAD", "--markdown")).out).toBe(`### Added

- \`MakeShelf\` request \`Colour\`: added: string.
`);
});

test("--json gives programs each change", async () => {
  const { run } = await project();

  const report = JSON.parse((await run("HEAD", "--json")).out) as { changes: unknown[] };

  expect(report).toMatchObject({ verdict: "major", diagnostics: [] });
  expect(report.changes[0]).toEqual({
    kind: "member-removed",
    level: "major",
    breaks: ["callers"],
    product: "Library 2020-01-02",
    operation: "MakeShelf",
    side: "request",
    path: "Title",
    before: "string",
    oldLine: 12,
    why: "Requests with it no longer compile, and are refused.",
  });
});

test.each([
  ["major", 1],
  ["minor", 1],
])("--fail-on %s ends with 1 where something breaks", async (level, status) => {
  const { run } = await project();

  expect((await run("HEAD", "--fail-on", level)).status).toBe(status);
});

test("--fail-on major lets go what breaks nobody", async () => {
  const { run } = await project(page({ rows: `${row("Title", "是")}\n${row("Colour", "否")}` }));

  expect((await run("HEAD", "--fail-on", "major")).status).toBe(0);
});

test.each(["no-such-branch", "--upload-pack=x", "HEAD:docs"])(
  "%s is neither a folder nor a revision, and no flag of git",
  async (name) => {
    const { run } = await project();

    const { status, err } = await run("--", name);

    expect(status).toBe(1);
    expect(err).toContain("diff/unknown-revision");
  },
);

test("an error in the specs of a revision is told with the revision's name", async () => {
  const { folder, run } = await project();
  const spec = join(folder, "specs/library-20200102/operations/MakeShelf.yaml");
  writeFileSync(spec, readFileSync(spec, "utf8").replace("type: string", "type: strng"));
  execFileSync(
    "git",
    ["-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qam", "x"],
    { cwd: folder },
  );

  const { status, err } = await run("HEAD");

  expect(status).toBe(1);
  expect(err).toContain("HEAD:specs/library-20200102/operations/MakeShelf.yaml:");
});

test("a project without specs is told so", async () => {
  const folder = folderWith({ "docwright.config.yaml": "specs: none\n" });
  const config = join(folder, "docwright.config.yaml");

  const { status, err } = await runDocwright("diff", "--config", config, "specs");

  expect(status).toBe(1);
  expect(err).toContain("spec/no-operations");
});

test("a revision that names files outside its folders is refused, and nothing is written", async () => {
  const { folder, run } = await project();
  const object = (type: string, content: string | Buffer) =>
    execFileSync("git", ["hash-object", "-w", "-t", type, "--literally", "--stdin"], {
      cwd: folder,
      input: content,
      encoding: "utf8",
    }).trim();
  const entry = (mode: string, name: string, id: string) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]);
  const name = basename(folderWith({}));
  let tree = object("tree", entry("100644", "product.yaml", object("blob", "evil: true\n")));
  // A checkout of this would be refused by git; docwright reads it without one.
  for (const step of [name, "..", "..", "specs"]) tree = object("tree", entry("40000", step, tree));
  const author = "a <a@example.com> 0 +0000";
  const commit = object("commit", `tree ${tree}\nauthor ${author}\ncommitter ${author}\n\nevil\n`);

  const { status, err } = await run(commit);

  expect(status).toBe(1);
  expect(err).toContain('it has a file outside its folders, "specs/.."');
  expect(existsSync(join(folder, "..", name, "product.yaml"))).toBe(false);
});
