import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join, relative } from "node:path";
import { realPath } from "./real-path.ts";
import { RevisionError } from "./revision-error.ts";

/** The repository, input and limits of a git process. */
export interface GitRun {
  /** The absolute working directory. */
  readonly folder: string;
  /** The repository. Default: git searches upwards from `folder`, and checks its owner. */
  readonly gitFolder?: string;
  /** The folder of the objects. Default: the one in `gitFolder`. */
  readonly objects?: string;
  /** The standard input. */
  readonly input?: string;
  /** The maximum output in bytes, if more than 64 KB. */
  readonly most?: number;
  /** The time limit in milliseconds. Default: two minutes. */
  readonly patience?: number;
}

/**
 * Runs git on an untrusted repository: its configuration can run no program and open no connection.
 * Only the search for a repository reads the user's and system's configuration, for
 * `safe.directory`. Throws a `RevisionError` if git fails.
 */
export function runGit(
  words: readonly string[],
  { folder, gitFolder, objects, input = "", most = 0, patience = 120_000 }: GitRun,
): Buffer {
  const { path, program } = findGit([process.cwd(), folder, objects ?? folder]);
  const settings = [...fixedSettings, ...(gitFolder === undefined ? safeDirectories() : [])];
  const { status, stdout, stderr, error } = spawnSync(
    program,
    ["--no-pager", ...settings.flatMap((setting) => ["-c", setting]), ...words],
    {
      cwd: folder,
      env: {
        ...inherited(),
        ...fixedEnvironment,
        PATH: path.join(delimiter),
        ...(gitFolder === undefined ? {} : { ...noUserConfig, GIT_DIR: gitFolder }),
        ...(objects === undefined ? {} : { GIT_OBJECT_DIRECTORY: objects }),
      },
      input,
      maxBuffer: Math.max(most, 65_536),
      timeout: patience,
      killSignal: "SIGKILL",
      windowsHide: true,
    },
  );
  if (error === undefined && status === 0) return stdout;
  throw new RevisionError("diff/unreadable-revision", reasonOf(error, stderr, { most, patience }));
}

/** Settings that override all configuration files. */
const fixedSettings = [
  "safe.bareRepository=explicit",
  "protocol.allow=never",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "core.askPass=",
  "core.sshCommand=false",
  "core.gitProxy=",
  "core.alternateRefsCommand=",
  "core.attributesFile=/dev/null",
  "credential.helper=",
  "fetch.bundleURI=",
  "gpg.program=false",
  "advice.graftFileDeprecated=false",
];

const fixedEnvironment = {
  // Git before 2.45 may ignore GIT_NO_LAZY_FETCH; each version that fetches supports
  // GIT_ALLOW_PROTOCOL. An alias in the checkout cannot allow a protocol of an unpredictable name.
  GIT_ALLOW_PROTOCOL: `none${randomBytes(16).toString("hex")}`,
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_PAGER: "cat",
  GIT_ATTR_NOSYSTEM: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: "/dev/null",
  // Git does not limit the header of a loose object. Specs are at most half of this.
  GIT_ALLOC_LIMIT: "128m",
  LC_ALL: "C",
};

const noUserConfig = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_CONFIG_GLOBAL: "/dev/null",
  // Git before 2.32 ignores GIT_CONFIG_GLOBAL and reads the files in these.
  HOME: "/dev/null",
  XDG_CONFIG_HOME: "/dev/null",
};

/** Variables that control the search for a repository and the user's configuration. */
const kept = new Set([
  "GIT_CEILING_DIRECTORIES",
  "GIT_DISCOVERY_ACROSS_FILESYSTEM",
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM",
]);

function inherited(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => {
    const upper = name.toUpperCase();
    return upper !== "PATH" && (!upper.startsWith("GIT_") || kept.has(upper));
  });
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/**
 * Reads `safe.directory` from the environment, as containers set it: `GIT_CONFIG_KEY_0` and
 * `GIT_CONFIG_VALUE_0`.
 */
function safeDirectories(): string[] {
  const stated = Number(process.env.GIT_CONFIG_COUNT ?? 0);
  const count = Number.isInteger(stated) ? Math.min(stated, 1000) : 0;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => index).flatMap((index) => {
    const key = process.env[`GIT_CONFIG_KEY_${index}`]?.toLowerCase();
    const value = process.env[`GIT_CONFIG_VALUE_${index}`] ?? "";
    return key === "safe.directory" ? [`safe.directory=${value}`] : [];
  });
}

/**
 * Finds git in the absolute folders of PATH, and returns those folders, too.
 *
 * Folders inside a checkout do not count, and neither does a link to a program inside one.
 */
function findGit(inCheckouts: readonly string[]): {
  readonly path: readonly string[];
  readonly program: string;
} {
  const checkouts = inCheckouts.flatMap((folder) => checkoutOf(realPath(folder) ?? folder) ?? []);
  const isOutside = (path: string) =>
    !checkouts.some((checkout) => isInside(checkout, realPath(path) ?? path));
  const name = process.platform === "win32" ? "git.exe" : "git";
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((entry) => isAbsolute(entry) && isOutside(entry) && isOutside(join(entry, name)));
  const program = path.map((folder) => join(folder, name)).find(isProgram);
  if (program !== undefined) return { path, program };
  throw new RevisionError("diff/unreadable-revision", "no folder of PATH has git. Install it");
}

/**
 * Returns the outermost ancestor folder with a repository, the folder itself included.
 *
 * A checkout may bring repositories inside it, so the nearest one does not bound it.
 */
function checkoutOf(folder: string): string | undefined {
  const outer = dirname(folder) === folder ? undefined : checkoutOf(dirname(folder));
  return outer ?? (existsSync(join(folder, ".git")) ? folder : undefined);
}

function isInside(around: string, folder: string): boolean {
  const path = relative(around, folder);
  return !isAbsolute(path) && path.split(/[\\/]/, 1)[0] !== "..";
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function reasonOf(
  error: NodeJS.ErrnoException | undefined,
  stderr: Buffer | null,
  { most, patience }: { readonly most: number; readonly patience: number },
): string {
  if (error?.code === "ETIMEDOUT") return `git took longer than ${patience / 1000} seconds`;
  if (error?.code === "ENOBUFS") return `git printed more than ${most} bytes`;
  const said = error?.message ?? stderr?.subarray(0, 1000).toString().trim() ?? "";
  return said === "" ? "git failed" : said.replace(/^fatal: /, "");
}
