import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "../../src/build/build.ts";
import { openDiskWriter } from "../../src/build/writer.ts";
import type { Config } from "../../src/config/config.ts";
import { resolveProject } from "../../src/config/resolve-project.ts";
import { page } from "../cli/page.ts";
import { folderWith } from "../cli/run-docwright.ts";

/** A page of an operation of our own; the library's pages differ in the name only. */
export function pageOf(action: string, parts: Parameters<typeof page>[0] = {}): string {
  return page(parts).replaceAll("MakeShelf", action);
}

/** A project in a folder of its own, as its maintainer has it before them. */
export interface Desk {
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  readonly read: (path: string) => string;
  readonly has: (path: string) => boolean;
  /** Every file below a folder, by path. */
  readonly files: (folder?: string) => Record<string, string>;
  /** When each file was written last. */
  readonly times: (folder?: string) => Record<string, number>;
  /** The same folder with another configuration. */
  readonly as: (config: Config) => Desk;
  /** Builds it, and says what was found and written. */
  readonly build: (options?: { readonly prune: boolean }) => Promise<Built>;
}

/** What a build said and did. */
export interface Built {
  readonly fresh: boolean;
  readonly findings: readonly string[];
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly packages: readonly string[];
}

/** Lays out a project; its pages lie in `docs` unless its configuration says otherwise. */
export function layOut(
  files: Readonly<Record<string, string>>,
  config: Config = { products: [{ pages: "docs" }] },
): Desk {
  return deskIn(folderWith(files), config);
}

function deskIn(folder: string, config: Config): Desk {
  const place = (path: string) => join(folder, path);
  const list = (below: string) =>
    readdirSync(place(below), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
      .sort();
  const each = <Value>(below: string, of: (path: string) => Value) =>
    Object.fromEntries(list(below).map((path) => [path, of(place(path))]));
  return {
    folder,
    write(path, text) {
      mkdirSync(dirname(place(path)), { recursive: true });
      writeFileSync(place(path), text);
    },
    remove(path) {
      rmSync(place(path));
    },
    read: (path) => readFileSync(place(path), "utf8"),
    has: (path) => statSync(place(path), { throwIfNoEntry: false }) !== undefined,
    files: (below = ".") => each(below, (path) => readFileSync(path, "utf8")),
    times: (below = ".") => each(below, (path) => statSync(path).mtimeMs),
    as: (other) => deskIn(folder, other),
    async build(options) {
      const project = resolveProject(config, folder);
      const writer = openDiskWriter(project);
      const { fresh, diagnostics, packages } = await build(project, { writer, ...options });
      const changes = [...writer.written()].map(([root, changed]) => ({
        written: changed.written.map((path) => join(root, path).slice(folder.length + 1)),
        removed: changed.removed.map((path) => join(root, path).slice(folder.length + 1)),
      }));
      return {
        fresh,
        findings: diagnostics
          .filter(({ code }) => code !== "spec/no-endpoint")
          .map(({ code, source }) => `${code} ${source.path.split("/").at(-1) ?? ""}`),
        written: changes.flatMap(({ written }) => written).sort(),
        removed: changes.flatMap(({ removed }) => removed).sort(),
        packages: packages.map(({ folder, operations }) => `${folder}: ${operations}`),
      };
    },
  };
}
