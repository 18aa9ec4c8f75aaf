import type { IncomingMessage } from "node:http";
import { gatherBytes } from "./gather-bytes.ts";

/** Callbacks of a body; one is called, once. */
export interface BodyReader {
  readonly done: (text: string) => void;
  readonly fail: (message: string, cause?: unknown) => void;
}

/** Reads and decompresses a response body as UTF-8, up to `limit` bytes. */
export function readBody(
  incoming: IncomingMessage,
  limit: number,
  { done, fail }: BodyReader,
): void {
  const bytes = gatherBytes(limit);
  const tooLong = `The answer is longer than ${limit} bytes (maxResponseBytes).`;
  incoming.on("data", (chunk: Buffer) => {
    if (!bytes.add(chunk)) fail(tooLong);
  });
  incoming.on("end", () => {
    const encodings = incoming.headers["content-encoding"] ?? "";
    unpack(bytes.all(), encodings, limit)
      .then((body) => new TextDecoder().decode(body))
      .then(done, (error: unknown) => {
        const long = error instanceof RangeError;
        fail(long ? tooLong : `The answer cannot be unpacked (${encodings}).`, error);
      });
  });
}

type Unpack = (
  body: Uint8Array,
  options: { readonly maxOutputLength: number },
  done: (error: Error | null, unpacked: Uint8Array) => void,
) => void;

// More is a mistake, and each may produce as many bytes as the limit allows.
const mostEncodings = 3;
// The maximum length of a string.
const mostBytes = 2 ** 29;

/**
 * Decodes the content encodings of a body, last first. Most services use none.
 *
 * @throws RangeError if the decoded body exceeds `limit` bytes
 * @throws Error if it cannot be decoded
 */
async function unpack(body: Uint8Array, encodings: string, limit: number): Promise<Uint8Array> {
  const names = encodings
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (names.length > mostEncodings) throw new Error(`${names.length} encodings`);
  let unpacked = body;
  for (const name of names.reverse()) {
    if (unpacked.length > 0) unpacked = await undo(name, unpacked, limit);
  }
  return unpacked;
}

async function undo(name: string, body: Uint8Array, limit: number): Promise<Uint8Array> {
  // Loaded on demand: few services compress, and loading takes time.
  const zlib = await import("node:zlib");
  const known = new Map<string, Unpack | undefined>([
    ["gzip", zlib.gunzip],
    ["x-gzip", zlib.gunzip],
    ["br", zlib.brotliDecompress],
    // Some servers omit the zlib wrapper.
    ["deflate", ((body[0] ?? 0) & 15) === 8 ? zlib.inflate : zlib.inflateRaw],
    // Only in newer versions of Node.
    ["zstd", "zstdDecompress" in zlib ? (zlib.zstdDecompress as Unpack) : undefined],
  ]);
  const run = known.get(name);
  if (run === undefined) throw new Error(`unknown encoding ${name}`);
  return new Promise((resolve, reject) => {
    const maxOutputLength = Math.min(Math.max(limit, 1), mostBytes);
    run(body, { maxOutputLength }, (error, unpacked) => {
      if (error === null) resolve(unpacked);
      else reject(error);
    });
  });
}
