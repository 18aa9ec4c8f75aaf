import { TransportError, type TransportPhase } from "../errors/transport-error.ts";
import type { HttpRequest, HttpResponse, Transport } from "../transport.ts";
import { longestBody } from "./longest-body.ts";

/** Sends with `fetch`, which keeps connections as it likes. */
export class WebTransport implements Transport {
  async send({ url, method, headers, body, signal }: HttpRequest): Promise<HttpResponse> {
    // fetch derives `host` itself, from the same URL, and some implementations refuse to be told.
    const { host, ...rest } = headers;
    let phase: TransportPhase = "send";
    try {
      const response = await fetch(url, {
        method,
        headers: rest,
        body,
        signal,
        redirect: "manual",
      });
      phase = "receive";
      const text = await readBody(response);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: text,
      };
    } catch (error) {
      if (error instanceof TransportError) throw error;
      // fetch does not tell a connection that failed from one that broke after it was used.
      const message = `The request to ${host} failed: ${String(error)}`;
      throw new TransportError(message, { phase, reason: "connection", cause: error });
    }
  }
}

async function readBody(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (;;) {
    const chunk: { readonly value?: Uint8Array } | undefined = await reader?.read();
    if (chunk?.value === undefined) return text + decoder.decode();
    length += chunk.value.length;
    if (length > longestBody) {
      await reader?.cancel();
      const message = `The answer is longer than ${longestBody} bytes.`;
      throw new TransportError(message, { phase: "receive", reason: "response" });
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}
