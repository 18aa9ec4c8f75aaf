import { connect } from "node:net";
import type { SignedRequest } from "./sign-acs3-call.ts";

/** Sends a request as it is, and gives status and body of the answer. */
export async function sendRequest(url: string, request: SignedRequest, chunks?: readonly string[]) {
  const { method, target, headers, body } = request;
  const framing = chunks === undefined ? `Content-Length: ${Buffer.byteLength(body)}` : CHUNKED;
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const head = [`${method} ${target} HTTP/1.1`, ...lines, framing, "Connection: close"];
  const sent =
    chunks === undefined
      ? body
      : `${chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("")}0\r\n\r\n`;
  const text = await sendText(url, `${head.join("\r\n")}\r\n\r\n${sent}`);
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]),
    body: text.slice(text.indexOf("\r\n\r\n") + 4),
  };
}

const CHUNKED = "Transfer-Encoding: chunked";

/** Sends a text, and gives all that comes until the connection ends. */
export function sendText(url: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(text));
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      answer += chunk;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      resolve(answer);
    });
  });
}
