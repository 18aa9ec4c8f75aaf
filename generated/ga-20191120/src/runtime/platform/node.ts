import { createHash, createHmac, randomUUID } from "node:crypto";
import { NodeTransport } from "./node-transport.ts";
import type { Platform } from "./platform.ts";

export const sha256: Platform["sha256"] = (text) => createHash("sha256").update(text).digest("hex");

export const hmacSha256: Platform["hmacSha256"] = (key, text) =>
  createHmac("sha256", key).update(text).digest("hex");

export const hmacSha1: Platform["hmacSha1"] = (key, text) =>
  createHmac("sha1", key).update(text).digest("base64");

export const createNonce: Platform["createNonce"] = () => randomUUID();

export const createTransport: Platform["createTransport"] = () => new NodeTransport();
