import { describeFailure, explainRefusal } from "./describe-failure.ts";
import { gatherBytes } from "./gather-bytes.ts";
import { TransportError, type TransportPhase } from "../errors/transport-error.ts";
import type { HttpRequest, HttpResponse, Transport } from "../transports/transport.ts";

/** Sends with `fetch`, which manages connections itself. */
export class WebTransport implements Transport {
  async send(request: HttpRequest): Promise<HttpResponse> {
    const { url, method, headers, body, signal, maxResponseBytes } = request;
    // fetch derives `host` from the URL, and some implementations reject the header.
    const { host, ...rest } = headers;
    const begun = performance.now();
    let phase: TransportPhase = "send";
    try {
      const response = await fetch(url, {
        method,
        headers: rest,
        // An empty string would get a content type, which is not signed.
        body: body || null,
        signal,
        redirect: "manual",
      });
      phase = "receive";
      const timings = { firstByte: performance.now() - begun };
      const text = await readText(response.body, maxResponseBytes);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: text,
        timings,
      };
    } catch (error) {
      if (error instanceof TransportError) throw error;
      // fetch does not distinguish a failure to connect from a lost connection.
      const why = describeFailure(error);
      // fetch hides a response of status 407; in Node it fails with an error without a message.
      const refused = /proxy (?:response \((\d+)|authentication)|fetch failed: Error$/i.exec(why);
      const status = refused === null ? 0 : Number(refused[1] ?? 407);
      const { permanent, advice } = explainRefusal(status);
      const answered = refused === null ? "" : `: the proxy answered ${status}${advice}`;
      const message = `The request to ${host} failed${answered}: ${why}`;
      throw new TransportError(message, { phase, reason: "connection", permanent, cause: error });
    }
  }
}

/** Reads a body as text. `fetch` leaves it compressed if `content-encoding` lists an unknown name. */
async function readText(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  unpacked = false,
): Promise<string> {
  const reader = body?.getReader();
  const bytes = gatherBytes(limit);
  for (;;) {
    const chunk: { readonly value?: Uint8Array | undefined } | undefined = await reader?.read();
    if (chunk?.value === undefined) {
      const all = bytes.all();
      // Text never begins with the gzip signature.
      if (unpacked || all[0] !== 0x1f || all[1] !== 0x8b) return new TextDecoder().decode(all);
      const stream = new Blob([all]).stream().pipeThrough(new DecompressionStream("gzip"));
      return readText(stream, limit, true);
    }
    if (bytes.add(chunk.value)) continue;
    await reader?.cancel();
    const message = `The answer is longer than ${limit} bytes (maxResponseBytes).`;
    throw new TransportError(message, { phase: "receive", reason: "response" });
  }
}
