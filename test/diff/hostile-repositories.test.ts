import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/api/build.ts";
import { page } from "../cli/page.ts";
import { folderWith } from "../cli/run-docwright.ts";

const bin = fileURLToPath(new URL("../../dist/bin/cli.js", import.meta.url));
const spec = "specs/library-20200102/operations/MakeShelf.yaml";
const same = { status: 0, out: "nothing has changed\n", err: "" };

/** A folder with the specs of one operation, which every repository here has. */
let template = "";
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), "docwright-template-"));
  mkdirSync(join(template, "docs"));
  writeFileSync(join(template, "docs/shelf.md"), page());
  await build({ folder: template, pages: ["docs"] });
  rmSync(join(template, "generated"), { recursive: true });
});
afterAll(() => {
  rmSync(template, { recursive: true, force: true });
});

/** Git as a user has it who has configured nothing. */
const plain = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))),
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

/** What git of the user prints. It may fail, where it is expected to run into an attack. */
function git(folder: string, words: readonly string[], input: string | Buffer = ""): string {
  const user = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
  const { stdout } = spawnSync("git", [...user, ...words], { cwd: folder, env: plain, input });
  return stdout.toString().trim();
}

/** A folder to attack from, with a repository in it, and a marker that the attack leaves. */
interface Scene {
  /** Around everything else. */
  readonly around: string;
  /** A working tree whose HEAD has specs. */
  readonly folder: string;
  /** Writes the marker when a shell runs it. */
  readonly attack: string;
  readonly marker: string;
}

function scene(...init: readonly string[]): Scene {
  const around = folderWith({});
  const folder = join(around, "project");
  cpSync(template, folder, { recursive: true });
  git(folder, ["init", "--quiet", "--initial-branch=main", ...init]);
  commit(folder);
  const marker = join(around, "marker");
  const attack = join(around, "attack");
  writeFileSync(attack, `#!/bin/sh\ntouch '${marker}'\n`);
  chmodSync(attack, 0o755);
  return { around, folder, attack, marker };
}

function commit(folder: string): void {
  git(folder, ["add", "--all", "--force"]);
  git(folder, ["commit", "--quiet", "--message", "x"]);
}

/** Makes an object of any shape, as a server could send it. */
function object(folder: string, type: string, content: string | Buffer): string {
  return git(folder, ["hash-object", "-w", "-t", type, "--literally", "--stdin"], content);
}

type Entry = readonly [mode: string, name: string, id: string];

function tree(folder: string, ...entries: readonly Entry[]): string {
  const parts = entries.flatMap(([mode, name, id]) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(id, "hex"),
  ]);
  return object(folder, "tree", Buffer.concat(parts));
}

/** A commit with these entries in place of those of the library's product. */
function commitOf(folder: string, ...entries: readonly Entry[]): string {
  return commitTree(folder, tree(folder, ["40000", "specs", tree(folder, ...entries)]));
}

function commitTree(folder: string, id: string): string {
  const author = "a <a@example.com> 0 +0000";
  return object(folder, "commit", `tree ${id}\nauthor ${author}\ncommitter ${author}\n\nx\n`);
}

/** The digest of a path in HEAD. */
function idOf(folder: string, path: string): string {
  return git(folder, ["rev-parse", `HEAD:${path}`]);
}

function removeObject(gitFolder: string, id: string): void {
  rmSync(join(gitFolder, "objects", id.slice(0, 2), id.slice(2)), { force: true });
}

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line, as a user runs it. */
function docwright(
  folder: string,
  words: readonly string[] = ["HEAD"],
  env: Readonly<Record<string, string>> = {},
): Run {
  const run = spawnSync(process.execPath, [bin, "diff", ...words], {
    cwd: folder,
    env: { ...plain, ...env },
    encoding: "utf8",
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

/** Every path below a folder. */
function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

/** A remote whose helper is a shell command. */
const extRemote = (attack: string) => `[core]
	repositoryFormatVersion = 1
[extensions]
	partialClone = origin
[remote "origin"]
	promisor = true
	url = ext::sh -c "${attack}"
	fetch = +refs/heads/*:refs/remotes/origin/*
[protocol "ext"]
	allow = always
`;

/** Turns a repository into a partial clone that lacks an object, and whose remote is a command. */
function loseObject({ folder, attack }: Scene, id: string, gitFolder = join(folder, ".git")): void {
  removeObject(gitFolder, id);
  appendFileSync(join(gitFolder, "config"), extRemote(attack));
}

/** A clone of a repository that has a bare one as an ordinary folder: `sub`, the working tree of which it says it is. */
function bareInside(inside: Scene, config: string): string {
  const outer = join(inside.around, "outer");
  const sub = join(outer, "sub");
  mkdirSync(join(sub, "refs/heads"), { recursive: true });
  for (const name of ["HEAD", "objects", "refs"]) {
    cpSync(join(inside.folder, ".git", name), join(sub, name), { recursive: true });
  }
  cpSync(join(inside.folder, "specs"), join(sub, "specs"), { recursive: true });
  writeFileSync(join(sub, "config"), config);
  git(outer, ["init", "--quiet"]);
  commit(outer);
  git(inside.around, ["clone", "--quiet", outer, "clone"]);
  return join(inside.around, "clone/sub");
}

/** A repository that does something, in a folder to run in. */
interface Attack {
  readonly name: string;
  /** Makes the repository, and says where a user runs docwright. */
  readonly set: (at: Scene) => string;
  /** A command of plain git that falls for the attack, there. */
  readonly control: readonly string[];
  /** The outcome of docwright. */
  readonly expected: Run | { readonly status: number; readonly err: unknown };
}

const refused = (...parts: readonly string[]) => ({
  status: 1,
  out: "",
  err: expect.stringMatching(new RegExp(parts.join(".*"), "s")) as string,
});

const bare = "\tbare = false\n\tworktree = .\n";

const attacks: readonly Attack[] = [
  {
    name: "a bare repository in a subfolder fetches a missing blob by a command",
    set: (at) => {
      removeObject(join(at.folder, ".git"), idOf(at.folder, spec));
      return bareInside(at, extRemote(at.attack).replace("[ext", `${bare}[ext`));
    },
    control: ["cat-file", "blob", `HEAD:${spec}`],
    expected: refused("diff/unsafe-repository", "clone/sub is a bare repository"),
  },
  {
    name: "a bare repository around the folder fetches a missing blob by a command",
    set: (at) => {
      removeObject(join(at.folder, ".git"), idOf(at.folder, spec));
      const config = extRemote(at.attack).replace("[ext", `${bare}[ext`);
      return join(bareInside(at, config), "specs/library-20200102");
    },
    control: ["cat-file", "blob", `HEAD:${spec}`],
    expected: refused("diff/unsafe-repository", "clone/sub is a bare repository"),
  },
  {
    name: "a bare repository in a subfolder watches files by a command",
    set: (at) =>
      bareInside(at, `[core]\n\trepositoryFormatVersion = 0\n${bare}\tfsmonitor = ${at.attack}\n`),
    control: ["status"],
    expected: refused("diff/unsafe-repository", "clone/sub is a bare repository"),
  },
  {
    name: "a partial clone fetches a missing blob by a command",
    set: (at) => {
      loseObject(at, idOf(at.folder, spec));
      return at.folder;
    },
    control: ["cat-file", "blob", `HEAD:${spec}`],
    expected: refused("diff/missing-object", `this clone lacks "${spec}" of the revision "HEAD"`),
  },
  {
    name: "a partial clone fetches a missing folder by a command",
    set: (at) => {
      loseObject(at, idOf(at.folder, "specs/library-20200102/operations"));
      return at.folder;
    },
    control: ["cat-file", "blob", `HEAD:${spec}`],
    expected: refused("diff/missing-object", '"specs/library-20200102/operations"'),
  },
  {
    name: "a partial clone fetches a missing commit by a command",
    set: (at) => {
      loseObject(at, git(at.folder, ["rev-parse", "HEAD"]));
      return at.folder;
    },
    control: ["cat-file", "-p", "HEAD"],
    expected: refused("diff/unknown-revision", "git finds no such commit"),
  },
  {
    name: "a partial clone has a helper program for its remote",
    set: (at) => {
      removeObject(join(at.folder, ".git"), idOf(at.folder, spec));
      const config = extRemote(at.attack).replace(/url = .*/, `vcs = ext\n\turl = ${at.attack}`);
      appendFileSync(join(at.folder, ".git/config"), config);
      return at.folder;
    },
    control: ["cat-file", "blob", `HEAD:${spec}`],
    expected: refused("diff/missing-object"),
  },
  {
    name: "a partial clone has its remote on this disk, and a command to serve it",
    set: (at) => {
      removeObject(join(at.folder, ".git"), idOf(at.folder, spec));
      const url = `url = ${at.folder}\n\tuploadpack = ${at.attack}`;
      appendFileSync(join(at.folder, ".git/config"), extRemote("").replace(/url = .*/, url));
      return at.folder;
    },
    control: ["cat-file", "blob", `HEAD:${spec}`],
    expected: refused("diff/missing-object"),
  },
  {
    name: "a partial clone reaches its remote by a command in place of ssh",
    set: (at) => {
      removeObject(join(at.folder, ".git"), idOf(at.folder, spec));
      const config = extRemote("").replace(/url = .*/, "url = ssh://x.invalid/x");
      appendFileSync(
        join(at.folder, ".git/config"),
        `${config}[core]\nsshCommand = ${at.attack}\n`,
      );
      return at.folder;
    },
    control: ["cat-file", "blob", `HEAD:${spec}`],
    expected: refused("diff/missing-object"),
  },
  {
    name: "an included file makes a partial clone, whose remote is a command",
    set: (at) => {
      removeObject(join(at.folder, ".git"), idOf(at.folder, spec));
      writeFileSync(join(at.folder, "more.config"), extRemote(at.attack));
      const include = "[core]\n\trepositoryFormatVersion = 1\n[include]\n\tpath = ../more.config\n";
      appendFileSync(join(at.folder, ".git/config"), include);
      return at.folder;
    },
    control: ["cat-file", "blob", `HEAD:${spec}`],
    expected: refused("diff/missing-object"),
  },
  {
    name: "the configuration of one working tree watches files by a command",
    set: (at) => {
      git(at.folder, ["config", "extensions.worktreeConfig", "true"]);
      writeFileSync(
        join(at.folder, ".git/config.worktree"),
        `[core]\n\tfsmonitor = ${at.attack}\n`,
      );
      return at.folder;
    },
    control: ["status"],
    expected: same,
  },
  {
    name: "files are watched by a command",
    set: (at) => configured(at, "core.fsmonitor", at.attack),
    control: ["status"],
    expected: same,
  },
  {
    name: "hooks run whenever the index changes",
    set: (at) => {
      const hooks = join(at.folder, "hooks");
      mkdirSync(hooks);
      for (const name of ["post-index-change", "reference-transaction", "post-checkout"]) {
        cpSync(at.attack, join(hooks, name));
      }
      return configured(at, "core.hooksPath", hooks);
    },
    control: ["checkout", "--detach", "HEAD"],
    expected: same,
  },
  {
    name: "an alias is a command",
    set: (at) => {
      for (const name of ["cat-file", "rev-parse", "x"]) {
        configured(at, `alias.${name}`, `!${at.attack}`);
      }
      return at.folder;
    },
    control: ["x"],
    expected: same,
  },
  {
    name: "a pager is a command",
    set: (at) => {
      for (const name of ["core.pager", "pager.cat-file", "pager.rev-parse"]) {
        configured(at, name, at.attack);
      }
      return at.folder;
    },
    control: ["--paginate", "cat-file", "-p", "HEAD"],
    expected: same,
  },
  {
    name: "differences are found by a command",
    set: (at) => {
      writeFileSync(join(at.folder, "docs/shelf.md"), "changed\n");
      return configured(at, "diff.external", at.attack);
    },
    control: ["diff", "HEAD"],
    expected: same,
  },
  {
    name: "attributes give files a filter, and a command that makes them text",
    set: (at) => {
      writeFileSync(join(at.folder, ".gitattributes"), "* filter=x diff=x ident export-subst\n");
      commit(at.folder);
      for (const name of ["filter.x.smudge", "filter.x.clean", "diff.x.textconv"]) {
        configured(at, name, at.attack);
      }
      return at.folder;
    },
    control: ["cat-file", "--textconv", `HEAD:${spec}`],
    expected: same,
  },
  {
    name: "signatures are checked by a command",
    set: (at) => {
      const signed = git(at.folder, ["cat-file", "commit", "HEAD"]).replace(
        /\n\n/,
        "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n",
      );
      git(at.folder, ["update-ref", "HEAD", object(at.folder, "commit", `${signed}\n`)]);
      configured(at, "log.showSignature", "true");
      return configured(at, "gpg.program", at.attack);
    },
    control: ["log", "-1"],
    expected: same,
  },
];

function configured({ folder }: Scene, name: string, value: string): string {
  git(folder, ["config", name, value]);
  return folder;
}

describe("a repository runs nothing", () => {
  test.each(attacks)("when $name", ({ set, control, expected }) => {
    const at = scene();
    const folder = set(at);
    const before = listing(at.around);

    const run = docwright(folder);

    expect(existsSync(at.marker)).toBe(false);
    expect(listing(at.around)).toEqual(before);
    expect(run).toEqual(expected);

    // The attack is a real one: plain git falls for it.
    pipedOnTerminal(folder, control);
    expect(existsSync(at.marker)).toBe(true);
  });
});

/** Runs plain git, on a terminal where it wants one. */
function pipedOnTerminal(folder: string, words: readonly string[]): void {
  if (words[0] !== "--paginate") git(folder, words);
  else {
    const line = `git ${words.join(" ")}`;
    spawnSync("script", ["-qec", line, "/dev/null"], { cwd: folder, env: plain });
  }
}

/** The specs of the library in a tree: its product, with these operations. */
function library(folder: string, ...operations: readonly Entry[]): Entry {
  const entries = tree(folder, ["40000", "operations", tree(folder, ...operations)]);
  return ["40000", "library-20200102", entries];
}

describe("a repository of elsewhere", () => {
  test("is not read through a .git file that it does not know of", () => {
    const [mine, other] = [scene(), scene()];
    rmSync(join(mine.folder, ".git"), { recursive: true });
    writeFileSync(join(mine.folder, ".git"), `gitdir: ${other.folder}/.git\n`);

    expect(docwright(mine.folder)).toEqual(
      refused("diff/unsafe-repository", "does not name .*/project as its working tree"),
    );
  });

  test("is not read through a link in place of .git", () => {
    const [mine, other] = [scene(), scene()];
    rmSync(join(mine.folder, ".git"), { recursive: true });
    symlinkSync(join(other.folder, ".git"), join(mine.folder, ".git"));

    expect(docwright(mine.folder)).toEqual(refused("diff/unsafe-repository"));
  });

  test("is not read through a file in .git that says where the rest of it is", () => {
    const [mine, other] = [scene(), scene()];
    writeFileSync(join(mine.folder, ".git/commondir"), `${other.folder}/.git\n`);

    expect(docwright(mine.folder)).toEqual(
      refused("diff/unsafe-repository", "commondir leads to another repository"),
    );
  });

  test("is not read where the environment names it", () => {
    const [mine, other] = [scene(), scene()];
    git(other.folder, ["rm", "-r", "--quiet", "specs"]);
    commit(other.folder);

    expect(docwright(mine.folder, ["HEAD"], { GIT_DIR: join(other.folder, ".git") })).toEqual(same);
  });

  test("is not taken for the working tree that the configuration names", () => {
    const [mine, other] = [scene(), scene()];
    configured(mine, "core.worktree", other.folder);

    expect(docwright(mine.folder)).toEqual(same);
  });

  test.runIf(process.getuid?.() === 0).each([
    ["not", {}, refused("dubious ownership")],
    ["by the user's configuration", { GIT_CONFIG_GLOBAL: "user.config" }, same],
    [
      "by the environment",
      {
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "safe.directory",
        GIT_CONFIG_VALUE_0: "*",
      },
      same,
    ],
  ])("of another owner is read where that is allowed: %s", (_, env, expected) => {
    const at = scene();
    writeFileSync(join(at.folder, "user.config"), "[safe]\n\tdirectory = *\n");
    configured(at, "safe.directory", "*");
    for (const path of ["", ".git"]) chownSync(join(at.folder, path), 65_534, 65_534);

    expect(docwright(at.folder, ["HEAD"], env)).toEqual(expected);
  });
});

describe("git is used as before", () => {
  test("in a linked working tree", () => {
    const at = scene();
    git(at.folder, ["worktree", "add", "--quiet", "../linked"]);

    expect(docwright(join(at.around, "linked"))).toEqual(same);
  });

  test("in a submodule", () => {
    const [outer, inner] = [scene(), scene()];
    const allowed = ["-c", "protocol.file.allow=always"];
    git(outer.folder, [...allowed, "submodule", "--quiet", "add", inner.folder, "inner"]);

    expect(docwright(join(outer.folder, "inner"))).toEqual(same);
  });

  test("in a clone that shares the objects of another one", () => {
    const at = scene();
    git(at.around, ["clone", "--quiet", "--shared", at.folder, "shared"]);

    expect(docwright(join(at.around, "shared"))).toEqual(same);
  });

  test("in a repository with SHA-256 digests", () => {
    expect(docwright(scene("--object-format=sha256").folder)).toEqual(same);
  });

  test("in a repository whose objects are packed", () => {
    const at = scene();
    git(at.folder, ["gc", "--quiet"]);

    expect(docwright(at.folder)).toEqual(same);
  });

  test.each(["main", "main~0", "v1", "@", "HEAD^{/x}", "main@{0}"])(
    "for a revision %s",
    (revision) => {
      const at = scene();
      git(at.folder, ["tag", "--annotate", "--message", "x", "v1"]);

      expect(docwright(at.folder, [revision])).toEqual(same);
    },
  );

  test("in a hook, whose environment names the repository", () => {
    const at = scene();
    const env = { GIT_DIR: ".git", GIT_INDEX_FILE: ".git/index", GIT_PREFIX: "" };

    expect(docwright(at.folder, ["HEAD"], env)).toEqual(same);
  });
});

describe("what git reads instead is left alone", () => {
  test("replaced objects", () => {
    const at = scene();
    const other = object(at.folder, "blob", "replaced: true\n");
    git(at.folder, ["replace", "-f", idOf(at.folder, spec), other]);

    expect(docwright(at.folder)).toEqual(same);
  });

  test("grafted parents", () => {
    const at = scene();
    const empty = commitTree(at.folder, tree(at.folder));
    mkdirSync(join(at.folder, ".git/info"), { recursive: true });
    const head = git(at.folder, ["rev-parse", "HEAD"]);
    writeFileSync(join(at.folder, ".git/info/grafts"), `${head} ${empty}\n`);

    expect(docwright(at.folder, ["HEAD~1"])).toEqual(refused("git finds no such commit"));
  });

  test("variables that run, redirect or record", () => {
    const at = scene();
    const trace = join(at.around, "trace");
    const run = docwright(at.folder, ["HEAD"], {
      GIT_TRACE: trace,
      GIT_TRACE2_EVENT: trace,
      GIT_TRACE_SETUP: trace,
      GIT_EXTERNAL_DIFF: at.attack,
      GIT_PAGER: at.attack,
      GIT_SSH_COMMAND: at.attack,
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "core.fsmonitor",
      GIT_CONFIG_VALUE_0: at.attack,
      GIT_OBJECT_DIRECTORY: at.around,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: at.around,
      GIT_EXEC_PATH: at.around,
      GIT_NAMESPACE: "x",
    });

    expect(run).toEqual(same);
    expect([trace, at.marker].filter((path) => existsSync(path))).toEqual([]);
  });

  test("a program named git in the checkout, where PATH names folders of it", () => {
    const at = scene();
    cpSync(at.attack, join(at.folder, "git"));
    const path = ["", ".", "bin/..", at.folder, process.env.PATH].join(delimiter);

    expect(docwright(at.folder, ["HEAD"], { PATH: path })).toEqual(same);
    expect(existsSync(at.marker)).toBe(false);
  });
});

test("a program named git in a checkout around the checkout", () => {
  const at = scene();
  mkdirSync(join(at.around, ".git"));
  mkdirSync(join(at.around, "node_modules/.bin"), { recursive: true });
  cpSync(at.attack, join(at.around, "node_modules/.bin/git"));
  const path = [join(at.around, "node_modules/.bin"), process.env.PATH].join(delimiter);

  expect(docwright(at.folder, ["HEAD"], { PATH: path })).toEqual(same);
  expect(existsSync(at.marker)).toBe(false);
});

test("a program named git in the checkout, where a folder of PATH links to it", () => {
  const at = scene();
  cpSync(at.attack, join(at.folder, "git"));
  mkdirSync(join(at.around, "bin"));
  symlinkSync(join(at.folder, "git"), join(at.around, "bin/git"));
  const path = [join(at.around, "bin"), process.env.PATH].join(delimiter);

  expect(docwright(at.folder, ["HEAD"], { PATH: path })).toEqual(same);
  expect(existsSync(at.marker)).toBe(false);
});

describe("a clone without folders of earlier revisions", () => {
  test.each([
    ["HEAD~1^{tree}", "this clone lacks the top folder of the revision"],
    ["HEAD~1:specs", 'this clone lacks "specs" of the revision'],
  ])("where %s is missing, the message names it", (name, message) => {
    const at = scene();
    writeFileSync(join(at.folder, "specs/later.md"), "Later.\n");
    commit(at.folder);
    const id = git(at.folder, ["rev-parse", name]);
    rmSync(join(at.folder, ".git/objects", id.slice(0, 2), id.slice(2)));

    expect(docwright(at.folder, ["HEAD~1"])).toEqual(refused("diff/missing-object", message));
  });
});

describe("a revision that is not what it should be", () => {
  test.each(["..", ".", ".git", ".GIT", "a/b", "/etc"])("has an entry named %s", (name) => {
    const { folder } = scene();
    const entry: Entry = ["100644", name, idOf(folder, spec)];

    expect(docwright(folder, [commitOf(folder, library(folder, entry))])).toEqual(
      refused("diff/unreadable-revision", "outside its folders"),
    );
  });

  test.each(["120000", "160000", "40000"])("has an entry of mode %s as a spec", (mode) => {
    const { folder } = scene();
    const entry: Entry = [mode, "MakeShelf.yaml", idOf(folder, spec)];

    expect(docwright(folder, [commitOf(folder, library(folder, entry))])).toEqual(
      refused("MakeShelf.yaml. is a (link|submodule|folder), and docwright reads only a file"),
    );
  });

  test.each(["120000", "160000"])("has an entry of mode %s as a product", (mode) => {
    const { folder } = scene();
    const elsewhere = object(folder, "blob", "../elsewhere");
    const id = commitOf(folder, [mode, "library-20200102", elsewhere]);

    expect(docwright(folder, [id])).toEqual(refused("reads only a folder there"));
  });

  test("has a link from one product to another: it adds nothing", () => {
    const { folder } = scene();
    symlinkSync("library-20200102", join(folder, "specs/latest"));
    commit(folder);
    rmSync(join(folder, "specs/latest"));

    expect(docwright(folder)).toEqual(same);
  });

  test("has a folder where a file is named, and a commit that is a tag of a file", () => {
    const { folder } = scene();
    git(folder, ["tag", "file", idOf(folder, spec)]);

    expect(docwright(folder, ["file"])).toEqual(refused("git finds no such commit"));
  });

  test("has a folder that is a file", () => {
    const { folder } = scene();
    const entry: Entry = ["40000", "library-20200102", idOf(folder, spec)];

    expect(docwright(folder, [commitOf(folder, entry)])).toEqual(
      refused("is a blob and not a tree"),
    );
  });

  test("has names with line breaks, commands for a terminal, and no bounds", () => {
    const { folder } = scene();
    const names = ["a\nb.yaml", "\u001B[31m.yaml", `${"n".repeat(5000)}.yaml`, "..\\..\\x.yaml"];
    const broken = object(folder, "blob", "broken");
    const entries = names.map((name): Entry => ["100644", name, broken]);

    const { status, err } = docwright(folder, [commitOf(folder, library(folder, ...entries))]);

    expect(status).toBe(1);
    expect(err).toContain("specs/library-20200102/operations/a b.yaml:1:1 error");
    expect(err).toContain("specs/library-20200102/operations/<U+001B>[31m.yaml:1:1 error");
    expect(err).not.toContain("\u001B");
    expect(err).not.toContain("docwright-diff-");
  });

  test.each([
    ["a branch", ".git/refs/heads/main"],
    ["the list of alternates", ".git/objects/info/alternates"],
  ])("has %s in a file without an end: git gets no more memory than a spec needs", (_, path) => {
    const { folder } = scene();
    rmSync(join(folder, path), { force: true });
    mkdirSync(join(folder, ".git/objects/info"), { recursive: true });
    symlinkSync("/dev/zero", join(folder, path));

    const { status, err } = docwright(folder);

    expect(status).toBe(1);
    expect(err).toContain("over limit 134217728");
  });

  test("has names that differ in case: both are read", () => {
    const { folder } = scene();
    const text = readFileSync(join(folder, spec), "utf8");
    const other = object(folder, "blob", text.replaceAll("MakeShelf", "Makeshelf"));
    const id = commitOf(
      folder,
      library(
        folder,
        ["100644", "MakeShelf.yaml", idOf(folder, spec)],
        ["100644", "Makeshelf.yaml", other],
      ),
    );

    expect(docwright(folder, [id, id])).toMatchObject({ status: 0, out: same.out });
    expect(docwright(folder, [id]).out).toContain("Library 2020-01-02 Makeshelf\n");
  });

  test("has an object with the content of another one", () => {
    const { folder } = scene();
    const id = idOf(folder, spec);
    const file = join(folder, ".git/objects", id.slice(0, 2), id.slice(2));
    rmSync(file);
    writeFileSync(file, deflateSync("blob 5\0evil\n"));

    expect(docwright(folder)).toEqual(refused("MakeShelf.yaml. is damaged", "another digest"));
  });

  test("has no such object, and no remote", () => {
    const { folder } = scene();
    removeObject(join(folder, ".git"), idOf(folder, spec));

    expect(docwright(folder)).toEqual(refused("diff/missing-object", spec, "git fetch"));
  });

  test("has a file that is larger than may be: it is not read", () => {
    const { folder } = scene();
    const huge = object(folder, "blob", Buffer.alloc(100_000_000));
    const id = commitOf(folder, library(folder, ["100644", "MakeShelf.yaml", huge]));

    expect(docwright(folder, [id], { NODE_OPTIONS: "--max-old-space-size=64" })).toEqual(
      refused("operations/MakeShelf.yaml:1:1 error limit/spec-bytes", "100,000,000 bytes"),
    );
  });

  test("has one small folder many thousand times", () => {
    const { folder } = scene();
    const file = idOf(folder, spec);
    const numbered = (count: number, mode: string, id: string) =>
      Array.from({ length: count }, (_, at): Entry => {
        return [mode, `${at + 100_000}${mode === "40000" ? "" : ".yaml"}`, id];
      });
    const [, , product] = library(folder, ...numbered(1000, "100644", file));

    expect(docwright(folder, [commitOf(folder, ...numbered(1000, "40000", product))])).toEqual(
      refused("diff/unreadable-revision", "more than \\d+ bytes", "--max-spec-bytes"),
    );
  });
});

describe("a folder that is named like a revision", () => {
  test.each(["main", "HEAD"])("%s does not hide it", (name) => {
    const { folder } = scene();
    cpSync(join(folder, "specs"), join(folder, name), { recursive: true });

    expect(docwright(folder, [name])).toEqual(refused("diff/ambiguous-name", `"./${name}"`));
    expect(docwright(folder, [`./${name}`])).toEqual(same);
    expect(docwright(folder, [`${name}~0`])).toEqual(same);
  });
});

describe("an answer of git is not believed", () => {
  test.each([
    [
      "it is about another object",
      "sed 's/^[0-9a-f]\\{40\\} /0000000000000000000000000000000000000000 /'",
    ],
    ["it is cut", "head -c 20"],
    ["it goes on", "cat; echo more"],
    ["it is empty", "cat > /dev/null"],
    ["a size is negative", "sed 's/ [0-9]*$/ -1/'"],
  ])("when %s", (_, filter) => {
    const at = scene();
    const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
    mkdirSync(join(at.around, "bin"));
    const script = `#!/bin/sh
case "$GIT_OBJECT_DIRECTORY $*" in
  /*cat-file*) '${real}' "$@" | { ${filter}; } ;;
  *) exec '${real}' "$@" ;;
esac
`;
    writeFileSync(join(at.around, "bin/git"), script);
    chmodSync(join(at.around, "bin/git"), 0o755);
    const path = [join(at.around, "bin"), process.env.PATH].join(delimiter);

    expect(docwright(at.folder, ["HEAD"], { PATH: path })).toEqual(
      refused("diff/unreadable-revision", "git printed"),
    );
  });
});
