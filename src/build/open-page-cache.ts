import type { PageCache } from "../corpus/page-cache.ts";
import type { Operation } from "../spec/operation.ts";
import type { BuildDetails } from "./cache.ts";

/** A cache of pages in files, and what the next build can read of it. */
export interface FiledPageCache extends PageCache {
  /** The operations, one line of JSON each. */
  readonly bytes: () => Buffer;
}

const lineEnd = 0x0a;

/** Opens what `bytes` gave, with the pages of the same build. */
export function openPageCache(
  pages: BuildDetails["pages"] | undefined,
  earlier: Buffer,
): FiledPageCache {
  const lines: Buffer[] = [];
  let starts: number[] | undefined;
  const lineAt = (number: number): Buffer => {
    starts ??= startsOf(earlier);
    const start = starts[number];
    const end = starts[number + 1];
    if (start === undefined || end === undefined) throw new Error(`no operation ${number}`);
    return earlier.subarray(start, end);
  };
  const keep = (line: Buffer) => lines.push(line) - 1;
  return {
    find: (file) => (pages && Object.hasOwn(pages, file) ? pages[file] : undefined),
    keep: (operation) => keep(Buffer.from(`${JSON.stringify(operation)}\n`)),
    keepEarlier: (number) => keep(lineAt(number)),
    read: (number) => JSON.parse(lineAt(number).toString()) as Operation,
    bytes: () => Buffer.concat(lines),
  };
}

function startsOf(bytes: Buffer): number[] {
  const starts = [0];
  for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}
