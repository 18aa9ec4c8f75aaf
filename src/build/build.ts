import { relative, resolve, sep } from "node:path";
import type { Project } from "../config/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { digestFile } from "./digest.ts";
import { findInputPages } from "./find-input-pages.ts";
import { fingerprint } from "./fingerprint.ts";
import { toDiagnostics } from "./finding.ts";
import { openLedger, type Sink } from "./ledger.ts";
import { listInputs } from "./list-inputs.ts";
import { openMemory } from "./memory-files.ts";
import type { BuiltPackage, Details } from "./memory.ts";
import type { Progress } from "../diagnostics/progress.ts";

/** How a build is to be done. */
export interface BuildOptions {
  /** Where the output goes. */
  readonly sink: ProjectSink;
  /** Makes everything, whatever the build before left. Default: only what has changed. */
  readonly anew?: boolean;
  /** Told how far it is; not at all where nothing has changed. */
  readonly progress?: Progress;
}

/** Where the output of a project goes: its folders are changed together. */
export interface ProjectSink extends Sink {
  /** Puts back what a build has left that was cut off. Throws where another process is at work. */
  readonly open: () => Promise<void>;
  /** Writes what the build leaves for the next one, with its output; missing where that is not to be kept. */
  readonly remember?: (path: string, content: string | Uint8Array) => void;
  /** Makes all changes seen. Throws what the file system throws. */
  readonly commit: () => void;
  /**
   * Gives all changes up for a reason. Gives that back, or a `HalfWritten` where something could not be
   * undone.
   */
  readonly abort: (cause: unknown) => unknown;
}

/** What a build has come to. */
export interface BuildResult {
  readonly packages: readonly BuiltPackage[];
  readonly diagnostics: readonly Diagnostic[];
  /** Nothing has changed since the build before, and its output is as it was. */
  readonly fresh: boolean;
  /** Everything that was read, relative to the project: what to watch. */
  readonly inputs: readonly string[];
  /** Digests of all output by path, relative to the project. */
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Pages → specs → packages. Where nothing has changed since the build before, nothing is made; where
 * something has, only what depends on it.
 */
export async function build(project: Project, options: BuildOptions): Promise<BuildResult> {
  const { sink, anew = false, progress = () => undefined } = options;
  const { root } = project;
  const diagnostics: Diagnostic[] = [];
  await sink.open();
  const files = openMemory(project.output);
  const version = files.version();
  const generator = fingerprint();
  const maker = JSON.stringify([generator, settingsOf(project)]);
  const found = files.memory();
  const memory = !anew && found?.maker === maker ? found : undefined;
  const pages = findInputPages(project, diagnostics);
  if (diagnostics.length > 0) {
    // Where pages are not to be found that were asked for, it is not known what is gone.
    return { packages: [], diagnostics, fresh: false, inputs: [], outputs: {} };
  }
  // What another version has written, or the same one with other names and templates, is known to be its own.
  const sources = JSON.stringify(sourcesOf(project));
  const earlier = found?.sources === sources ? found.outputs : {};
  const outputs = new Set(Object.keys(earlier));
  const before = digestAll(root, listInputs(project, pages, memory?.homes ?? [], outputs));
  const onDisk = digestAll(root, [...outputs]);
  if (memory !== undefined && isSame(memory.inputs, before) && isSame(memory.outputs, onDisk)) {
    return {
      packages: memory.packages,
      diagnostics: toDiagnostics(memory.findings, root),
      fresh: true,
      inputs: [...before.keys()],
      outputs: memory.outputs,
    };
  }
  // Nothing of this is needed, or loaded, where nothing has changed.
  const { produce } = await import("./produce.ts");
  const details = found?.sources === sources ? files.details() : undefined;
  const ledger = openLedger(root, sink, earlier, onDisk);
  try {
    const made = await produce(
      {
        project,
        pages,
        digests: before,
        generator,
        progress,
        ...(memory === undefined
          ? { details: details && onlyPlaces(details), operations: Buffer.alloc(0) }
          : { details, operations: files.operations() }),
      },
      ledger,
    );
    const written = ledger.outputs();
    const read = listInputs(project, pages, made.homes, new Set(Object.keys(written)));
    const removed = ledger.removed();
    const left = read.filter((path) => !removed.has(path));
    const after = digestAll(root, left, before);
    if (sink.remember !== undefined) {
      const { homes, packages, findings, details: next, operations } = made;
      const inputs = Object.fromEntries(after);
      const known = { maker, sources, inputs, outputs: written, homes, packages, findings };
      files.save({ memory: known, details: next, operations }, sink.remember);
      if (files.version() !== version) {
        throw new Error(`another build has written to ${project.output} meanwhile; run it again`);
      }
    }
    sink.commit();
    return {
      packages: made.packages,
      diagnostics: toDiagnostics(made.findings, root),
      fresh: false,
      inputs: [...after.keys()],
      outputs: written,
    };
  } catch (error) {
    throw sink.abort(error);
  }
}

/**
 * What another version has left, or the same one with other settings: nothing of it is true any more, but
 * where a product's version has an error now, its package stays where it is.
 */
function onlyPlaces({ homes }: Details): Details {
  const places = Object.entries(homes).map(([name, home]) => [
    name,
    { ...home, key: "", frame: "" },
  ]);
  return { pages: {}, homes: Object.fromEntries(places) as Details["homes"] };
}

/** What the output depends on, of a project: its paths relative to its root, for projects move. */
function settingsOf(project: Project): unknown {
  return movable(project, project.root);
}

function sourcesOf({ root, specs, sources }: Project): unknown {
  return movable({ specs, sources }, root);
}

function movable(value: object, root: string): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "string" && inner.startsWith(root) ? slashes(relative(root, inner)) : inner,
    ),
  );
}

/** Digests by path, relative to the root; what cannot be read has none. */
function digestAll(
  root: string,
  paths: readonly string[],
  known: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const digests = new Map<string, string>();
  for (const path of paths) {
    const found = known.get(path) ?? digestFile(resolve(root, path));
    if (found !== undefined) digests.set(path, found);
  }
  return digests;
}

function isSame(
  earlier: Readonly<Record<string, string>>,
  now: ReadonlyMap<string, string>,
): boolean {
  const paths = Object.keys(earlier);
  return paths.length === now.size && paths.every((path) => earlier[path] === now.get(path));
}

function slashes(path: string): string {
  return path.split(sep).join("/");
}
