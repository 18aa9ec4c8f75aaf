import type { IncomingMessage } from "node:http";
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
  const chunks: Buffer[] = [];
  let length = 0;
  const tooLong = `The answer is longer than ${limit} bytes (maxResponseBytes).`;
  incoming.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) fail(tooLong);
    else chunks.push(chunk);
  });
  incoming.on("end", () => {
    const [first] = chunks;
    const body = first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
    const encoding = incoming.headers["content-encoding"];
    if (encoding === undefined || length === 0) {
      done(body.toString());
      return;
    }
    unpack(body, encoding, limit).then(done, (error: unknown) => {
      const long = error instanceof RangeError;
      fail(long ? tooLong : `The answer cannot be unpacked (${encoding}).`, error);
    });
  });
}
