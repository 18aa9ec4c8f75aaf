import { createHash, createHmac } from "node:crypto";
import RpcClient from "@alicloud/pop-core";
import { expect, test } from "vitest";
import { Client, type ClientOptions } from "../../src/runtime/index.ts";
import { encodeParameters } from "../../src/runtime/signing/encode-parameters.ts";
import { signAcs3 } from "../../src/runtime/signing/build-acs3-request.ts";
import { createListener, credentials, request } from "./listener.ts";
import { signedHeaders } from "./signed-headers.ts";
import { openApi } from "./vendor.ts";
import { type Received, startLoopback, success } from "./loopback.ts";

const special = { ...request, Name: "监听_😀 a+b&c=d/e?f%i~j*k!l'm(n)o\"\r\n" };
const temporary = { ...credentials, securityToken: "CAIS+token/with=chars" };

/** Sends the same request again, at the same moment and with the same nonce. */
async function replay(
  endpoint: string,
  { nonce, date }: { nonce: string | undefined; date: string | undefined },
  options?: Partial<ClientOptions>,
): Promise<void> {
  const client = new Client({
    credentials,
    endpoint,
    nonce: () => nonce ?? "",
    clock: () => new Date(date ?? ""),
    ...options,
  });
  // Without repetitions, the client adds no token of its own.
  await client.call(createListener, special, { retry: false });
  client.close();
}

for (const key of [credentials, temporary]) {
  const kind = key === credentials ? "a key" : "a temporary key";

  test(`pop-core and this client send the same parameters and signature, with ${kind}`, async () => {
    const loopback = await startLoopback(success);
    const vendor = new RpcClient({ ...key, endpoint: loopback.endpoint, apiVersion: "2019-11-20" });
    await vendor.request("CreateListener", special, { method: "POST" });
    const [theirs] = loopback.received;
    const { SignatureNonce: nonce, Timestamp: date } = theirs?.form ?? {};

    await replay(loopback.endpoint, { nonce, date }, { signature: "HMAC-SHA1", credentials: key });
    const ours = loopback.received[1];
    expect(ours?.method).toBe(theirs?.method);
    expect(ours?.path).toBe(theirs?.path);
    expect(ours?.form).toEqual(theirs?.form);
    expect(ours?.headers["content-type"]).toBe(theirs?.headers["content-type"]);
  });

  test(`openapi-core and this client send the same request, with ${kind}`, async () => {
    const loopback = await startLoopback(success);
    await callOpenApi(loopback.endpoint, key);
    const [theirs] = loopback.received;
    const { "x-acs-signature-nonce": nonce, "x-acs-date": date } = theirs?.headers ?? {};

    await replay(loopback.endpoint, { nonce, date }, { credentials: key });
    const ours = loopback.received[1];
    expect(ours?.method).toBe(theirs?.method);
    expect(ours?.path).toBe(theirs?.path);
    expect(ours?.query).toEqual(theirs?.query);
    expect(ours?.body).toBe(theirs?.body);
    // The one signed header they send besides says which of their providers made the key.
    const rest = signedHeaders(theirs?.headers ?? {});
    delete rest["x-acs-credentials-provider"];
    expect(signedHeaders(ours?.headers ?? {})).toEqual(rest);
    expect(ours?.headers.accept).toBe(theirs?.headers.accept);
  });
}

test("this signer comes to openapi-core's signature, over their headers", async () => {
  const loopback = await startLoopback(success);
  await callOpenApi(loopback.endpoint, credentials);
  const [theirs] = loopback.received;
  const { authorization } = await signAcs3({
    ...credentials,
    method: "POST",
    query: encodeParameters(theirs?.query ?? {}),
    headers: signedHeaders(theirs?.headers ?? {}),
    bodyHash: createHash("sha256").digest("hex"),
  });
  expect(authorization).toBe(theirs?.headers.authorization);
});

test("this client's signature holds for whoever verifies it from what arrived", async () => {
  const loopback = await startLoopback(success);
  await replay(loopback.endpoint, { nonce: "n-1", date: "2026-01-02T03:04:05Z" });
  const [ours] = loopback.received;
  const [, names = "", signature] =
    /SignedHeaders=(.*),Signature=(.*)$/.exec(ours?.headers.authorization ?? "") ?? [];
  expect(signature).toBe(verify(ours, names.split(";")));
});

/** As the protocol's description has it, with nothing of the client's own code. */
function verify(received: Received | undefined, names: readonly string[]): string {
  const encode = (text: string) =>
    [...Buffer.from(text)]
      .map((byte) => String.fromCharCode(byte))
      .map((c) => (/[\w.~-]/.test(c) ? c : `%${Buffer.from(c, "latin1").toString("hex")}`))
      .join("")
      .replace(/%../g, (escape) => escape.toUpperCase());
  const query = Object.entries(received?.query ?? {}).map(([k, v]) => `${encode(k)}=${encode(v)}`);
  const headers = names.map((name) => `${name}:${received?.headers[name] ?? ""}\n`);
  const canonical = [
    "POST",
    "/",
    query.sort().join("&"),
    headers.join(""),
    names.join(";"),
    createHash("sha256").update("").digest("hex"),
  ].join("\n");
  const hash = createHash("sha256").update(canonical).digest("hex");
  return createHmac("sha256", credentials.accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${hash}`)
    .digest("hex");
}

async function callOpenApi(endpoint: string, key: typeof credentials): Promise<void> {
  const { Config, OpenApiRequest, Params } = openApi.$OpenApiUtil;
  const type = "securityToken" in key ? "sts" : "access_key";
  const { host } = new URL(endpoint);
  const vendor = new openApi.default(
    new Config({ ...key, type, endpoint: host, protocol: "http" }),
  );
  // Their class for these is in a package they do not export.
  const noRuntimeOptions = Object.create(null) as Parameters<typeof vendor.callApi>[2];
  const query = openApi.OpenApiUtil.query(special);
  await vendor.callApi(
    new Params({
      action: "CreateListener",
      version: "2019-11-20",
      protocol: "HTTP",
      pathname: "/",
      method: "POST",
      authType: "AK",
      style: "RPC",
      reqBodyType: "formData",
      bodyType: "json",
    }),
    new OpenApiRequest({ query }),
    noRuntimeOptions,
  );
}
