import crypto from "node:crypto";
import process from "node:process";
import { NodeTransport } from "./node-transport.ts";
import type { Platform } from "./platform.ts";

// Faster, but missing in some supported versions of Node.
const hash = "hash" in crypto ? crypto.hash : undefined;

export const sha256: Platform["sha256"] = (text) =>
  hash === undefined
    ? crypto.createHash("sha256").update(text).digest("hex")
    : hash("sha256", text);

export const hmacSha256: Platform["hmacSha256"] = (key, text) =>
  crypto.createHmac("sha256", key).update(text).digest("hex");

export const hmacSha1: Platform["hmacSha1"] = (key, text) =>
  crypto.createHmac("sha1", key).update(text).digest("base64");

export const createNonce: Platform["createNonce"] = () => crypto.randomUUID();

export const readEnvironment: Platform["readEnvironment"] = () => ({
  accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID,
  accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
  securityToken: process.env.ALIBABA_CLOUD_SECURITY_TOKEN,
});

export const environmentAdvice: Platform["environmentAdvice"] =
  ": give the client credentials, or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET";

export const createTransport: Platform["createTransport"] = (agent) => new NodeTransport(agent);
