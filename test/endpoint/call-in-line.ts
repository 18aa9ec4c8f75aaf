import { connect } from "node:net";
import { signCall } from "./sign-call.ts";

/** How many calls are under way at a time. */
const BATCH = 500;

/** Status and body of an answer. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

/**
 * Makes many calls over one connection, each before the answers of those ahead of it came: 100,000 take no longer than
 * the endpoint itself does.
 */
export async function callInLine(
  url: string,
  calls: readonly Record<string, string>[],
): Promise<Answered[]> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  const answers: Answered[] = [];
  let text = "";
  let wake: () => void = () => undefined;
  let failure: Error | undefined;
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    text += chunk;
    for (;;) {
      const end = text.indexOf("\r\n\r\n");
      const head = text.slice(0, Math.max(end, 0));
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? "0");
      if (end === -1 || text.length < end + 4 + length) break;
      answers.push({
        status: Number(head.slice("HTTP/1.1 ".length).slice(0, 3)),
        body: text.slice(end + 4, end + 4 + length),
      });
      text = text.slice(end + 4 + length);
    }
    wake();
  });
  socket.on("close", () => {
    failure ??= new Error(`The connection ended after ${answers.length} answers.`);
    wake();
  });
  socket.on("error", (error) => {
    failure = error;
  });
  for (let from = 0; from < calls.length; from += BATCH) {
    const batch = calls.slice(from, from + BATCH);
    const requests = batch.map(
      (call) => `GET /?${signCall(call)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
    );
    socket.write(requests.join(""));
    while (answers.length < from + batch.length) {
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  socket.destroy();
  return answers;
}
