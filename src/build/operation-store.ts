import type { Operation } from "../spec/operation.ts";

/** The operations of a build, one line of JSON each, and those of the build before it. */
export interface OperationStore {
  /** Adds an operation; its number is its line. */
  readonly add: (operation: Operation) => number;
  /** Takes an operation over from the build before, without reading it. */
  readonly take: (number: number) => number;
  /** An operation of the build before. */
  readonly earlier: (number: number) => Operation;
  /** What the next build can read. */
  readonly bytes: () => Buffer;
}

const lineEnd = 0x0a;

/** Opens what `bytes` gave. */
export function openOperationStore(earlier: Buffer): OperationStore {
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
    add: (operation) => keep(Buffer.from(`${JSON.stringify(operation)}\n`)),
    take: (number) => keep(lineAt(number)),
    earlier: (number) => JSON.parse(lineAt(number).toString()) as Operation,
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
