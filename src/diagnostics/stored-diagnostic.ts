import { relative, resolve, sep } from "node:path";
import type { Diagnostic } from "./diagnostic.ts";
import { displayPath, readSource } from "../text/read-source.ts";
import { createSource, type Source } from "../text/source.ts";

/** A finding that can be kept in a file. */
export interface Finding extends Omit<Diagnostic, "source"> {
  /** The file that it is about, relative to the project. */
  readonly path: string;
}

/** A finding without its source's text. */
export function toFinding({ source, ...rest }: Diagnostic, root: string): Finding {
  return { ...rest, path: relative(root, resolve(source.path)).split(sep).join("/") };
}

/** Findings as they were, each with the text of its source as it is now. */
export function toDiagnostics(findings: readonly Finding[], root: string): Diagnostic[] {
  const sources = new Map<string, Source>();
  return findings.map(({ path, ...rest }) => {
    const source = sources.get(path) ?? sourceAt(resolve(root, path));
    sources.set(path, source);
    return { ...rest, source };
  });
}

function sourceAt(path: string): Source {
  try {
    return readSource(path);
  } catch {
    return createSource(displayPath(path), "");
  }
}
