import type { IncomingMessage } from "node:http";
import { gatherBytes } from "./gather-bytes.ts";
import { unpack } from "./unpack.ts";

/** What becomes of a body: one of the two is called, once. */
export interface BodyReader {
  readonly done: (text: string) => void;
  readonly fail: (message: string, cause?: unknown) => void;
}

/** Reads the whole body of an answer as UTF-8, unpacked, but not more than so many bytes. */
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
