import type { IncomingMessage } from "node:http";
import type { Outcome } from "./call.ts";
import { refuse } from "./refuse.ts";

/** The most bytes that a body may have. */
const LIMIT = 4 * 1024 * 1024;
/** A longer body is read on to here, so that the client gets to hear why. Then its connection ends. */
const PATIENCE = 64 * 1024 * 1024;
const FIRST = 16 * 1024;

/** How many bytes the bodies that arrive at one time may still take. */
export interface BodyRoom {
  left: number;
}

/** Reads a request's body into one buffer, in however small pieces it comes. */
export async function readBody(
  request: IncomingMessage,
  room: BodyRoom,
): Promise<Outcome<Uint8Array>> {
  let buffer = new Uint8Array();
  let length = 0;
  let isCrowded = false;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      const start = length;
      length += chunk.length;
      if (length > PATIENCE) break;
      if (length > LIMIT || isCrowded) continue;
      if (length > buffer.length) {
        const size = Math.min(LIMIT, Math.max(FIRST, 2 * buffer.length, length));
        isCrowded = size - buffer.length > room.left;
        if (isCrowded) continue;
        room.left -= size - buffer.length;
        const larger = new Uint8Array(size);
        larger.set(buffer.subarray(0, start));
        buffer = larger;
      }
      buffer.set(chunk, start);
    }
  } finally {
    room.left += buffer.length;
  }
  if (length > LIMIT) {
    const message = `The request body is longer than ${LIMIT} bytes.`;
    return { refusal: refuse("RequestEntityTooLarge", message, 413) };
  }
  if (isCrowded) {
    const message = "Too many request bodies arrive at one time. Try again later.";
    return { refusal: refuse("ServiceUnavailable", message, 503) };
  }
  return { value: buffer.subarray(0, length) };
}
