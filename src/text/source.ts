import { defaultLimits, type Limits } from "./limits.ts";

/** A file's name and text: what every position in docwright refers to. */
export interface Source {
  /** The name that messages show: relative to where the command ran, with `/` between folders. */
  readonly path: string;
  /** The text as read, without a byte order mark. Line ends are kept as they are. */
  readonly text: string;
  /** The offset at which each line starts; the first is 0. */
  readonly lineStarts: readonly number[];
  /** What the text may have at most. */
  readonly limits: Limits;
  /** Bytes of the file, where it has more than may be read: the text is its beginning then. */
  readonly cutFrom?: number;
}

/** Half-open range of UTF-16 offsets into a source's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as editors count it: from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Makes a source of a file's text; a byte order mark is dropped. */
export function createSource(path: string, text: string, limits: Limits = defaultLimits): Source {
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lineStarts = [0];
  for (let at = bare.indexOf("\n"); at !== -1; at = bare.indexOf("\n", at + 1)) {
    lineStarts.push(at + 1);
  }
  return { path, text: bare, lineStarts, limits };
}
