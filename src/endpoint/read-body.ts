import type { IncomingMessage } from "node:http";

/**
 * Reads a request's body; nothing when it is longer than `limit` bytes. Such a body is read to its
 * end and dropped, so that the client gets to hear why.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length <= limit ? Buffer.concat(chunks) : undefined;
}
