import { RequestError } from "../errors/request-error.ts";
import type { Platform } from "./platform.ts";
import { wrapTransport } from "../transports/own-transport.ts";
import { WebTransport } from "./web-transport.ts";

export const sha256: Platform["sha256"] = async (text) =>
  toHex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));

export const hmacSha256: Platform["hmacSha256"] = async (key, text) =>
  toHex(await authenticate("SHA-256", key, text));

export const hmacSha1: Platform["hmacSha1"] = async (key, text) =>
  btoa(String.fromCharCode(...new Uint8Array(await authenticate("SHA-1", key, text))));

export const createNonce: Platform["createNonce"] = () => crypto.randomUUID();

export const readEnvironment: Platform["readEnvironment"] = () => ({});

export const environmentAdvice: Platform["environmentAdvice"] = ": give the client credentials";

export const createTransport: Platform["createTransport"] = (agent) => {
  if (agent === undefined) return wrapTransport(new WebTransport());
  const message = "An agent is for Node: give a transport instead.";
  throw new RequestError([{ path: "", rule: "option", message }]);
};

async function authenticate(hash: string, key: string, text: string): Promise<ArrayBuffer> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash };
  const imported = await crypto.subtle.importKey("raw", encoder.encode(key), algorithm, false, [
    "sign",
  ]);
  return crypto.subtle.sign("HMAC", imported, encoder.encode(text));
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
