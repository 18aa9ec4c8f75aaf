import { relative, resolve } from "node:path";
import { readSourceIfAny } from "../text/read-source.ts";
import { slashes } from "../text/slashes.ts";
import { createSource, type Source } from "../text/source.ts";
import { createReporter } from "./create-reporter.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Code, Parameters } from "./registry.ts";

/** A diagnostic without its source's text, so that thousands fit in memory or in a file. */
export interface StoredDiagnostic extends Omit<Diagnostic, "source"> {
  /** The file, relative to the project root. */
  readonly path: string;
}

/** Removes the source's text from a diagnostic. `root` is the project root. */
export function storeDiagnostic({ source, ...rest }: Diagnostic, root: string): StoredDiagnostic {
  return { ...rest, path: slashes(relative(root, resolve(source.path))) };
}

/** Creates a stored diagnostic about a file of a project as a whole. */
export function storedAt<C extends Code>(
  path: string,
  code: C,
  parameters: Parameters<C>,
): StoredDiagnostic {
  const made: Diagnostic[] = [];
  createReporter(createSource(path, ""), made)(code, { start: 0, end: 0 }, parameters);
  const [first] = made;
  if (first === undefined) throw new Error(`${code} was not reported`);
  const { source, ...rest } = first;
  return { ...rest, path };
}

/** Restores diagnostics with the current text of their sources. */
export function restoreDiagnostics(
  stored: readonly StoredDiagnostic[],
  root: string,
): Diagnostic[] {
  const sources = new Map<string, Source>();
  return stored.map(({ path, ...rest }) => {
    const source = sources.get(path) ?? readSourceIfAny(resolve(root, path));
    sources.set(path, source);
    return { ...rest, source };
  });
}
