import type { ServerResponse } from "node:http";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import {
  Client,
  type ClientOptions,
  isTransportError,
  type SignatureAlgorithm,
} from "../../src/runtime/index.ts";
import { loadSpecs } from "../assemble/load-specs.ts";
import { expectNoSecrets } from "./expect-no-secrets.ts";
import { type Mishap, startFaultyGateway } from "./faults/faulty-gateway.ts";
import { skipWaits } from "./faults/meet.ts";
import { createListener, request } from "./listener.ts";
import { type MetadataServer, startMetadataServer, temporaryKey } from "./metadata-server.ts";
import { vendorCredentials } from "./vendor.ts";

const { default: Credential, Config } = vendorCredentials;
const signatures: SignatureAlgorithm[] = ["ACS3-HMAC-SHA256", "HMAC-SHA1"];

/** The vendor's library, as it finds the metadata server. */
const kinds: [string, (server: MetadataServer) => InstanceType<typeof Credential>][] = [
  ["the role of a machine", () => new Credential(new Config({ type: "ecs_ram_role" }))],
  [
    "the named role of a machine",
    () => new Credential(new Config({ type: "ecs_ram_role", roleName: "TestRole" })),
  ],
  [
    "a URI",
    ({ uri }) => new Credential(new Config({ type: "credentials_uri", credentialsURI: uri })),
  ],
];

const { operations } = await loadSpecs(
  new URL("../../specs/ga-20191120", import.meta.url).pathname,
);

/** A service that takes nothing but the key that was handed out last. */
async function startService(metadata: MetadataServer, ...mishaps: Mishap[]) {
  const endpoints = await Promise.all(
    [1, 2, 3].map((number) => serveEndpoint(operations, temporaryKey(number))),
  );
  onTestFinished(async () => {
    for (const endpoint of endpoints) await endpoint.close();
  });
  const { endpoint } = await startFaultyGateway(
    () => endpoints[metadata.handedOut.length - 1]?.url ?? "",
    () => mishaps.shift(),
  );
  return {
    endpoint,
    statuses: () => endpoints.map(({ calls }) => calls.map((call) => call.status)),
  };
}

describe.each(kinds)("keys of %s", (_, credentialOf) => {
  describe.each(signatures)("signed with %s", (signature) => {
    test("change between calls, and each call is signed with the last", async () => {
      const metadata = await startMetadataServer();
      const { endpoint, statuses } = await startService(metadata);
      const client = new Client({ credentials: credentialOf(metadata), endpoint, signature });

      for (let call = 0; call < 3; call += 1) await client.call(createListener, request);

      expect(statuses()).toEqual([[200], [200], [200]]);
      client.close();
    });

    test("change between two attempts of a call, and each is signed with its own", async () => {
      skipWaits();
      const metadata = await startMetadataServer();
      const service = await startService(metadata, "unavailable before", "unavailable after");
      const credentials = credentialOf(metadata);
      const client = new Client({ credentials, endpoint: service.endpoint, signature });

      await client.call(createListener, request);

      expect(metadata.handedOut).toHaveLength(3);
      expect(service.statuses()).toEqual([[], [200], [200]]);
      client.close();
    });

    test("are asked for once by calls that coincide", async () => {
      const metadata = await startMetadataServer();
      const { endpoint, statuses } = await startService(metadata);
      const client = new Client({ credentials: credentialOf(metadata), endpoint, signature });

      await Promise.all(Array.from({ length: 10 }, () => client.call(createListener, request)));

      expect(metadata.handedOut).toHaveLength(1);
      expect(statuses()).toEqual([Array(10).fill(200), [], []]);
      client.close();
    });
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ["an error", (response) => response.writeHead(500).end("no role")],
    ["a page", (response) => response.end("<html>")],
    ["nothing", (response) => response.end()],
    ["a reset", (response) => response.socket?.resetAndDestroy()],
  ])("that cannot be had are an error of phase credentials: %s", async (_, answer) => {
    const metadata = await startMetadataServer();
    metadata.fail(answer);
    const onRequest = vi.fn();
    const credentials = credentialOf(metadata);
    const client = new Client({ credentials, endpoint: "localhost", onRequest });
    const error = await client.call(createListener, request).catch((caught: unknown) => caught);

    expect(isTransportError(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^The credentials could not be read: ./) as string,
      phase: "credentials",
      reason: "credentials",
      attempts: 1,
    });
    expectNoSecrets(error);
    expect(onRequest).not.toHaveBeenCalled();
  });

  const { accessKeyId, accessKeySecret, securityToken } = temporaryKey(1);
  const whole = JSON.stringify({
    AccessKeyId: accessKeyId,
    AccessKeySecret: accessKeySecret,
    SecurityToken: securityToken,
    Expiration: "2026-01-01T00:00:00Z",
    Code: "Success",
  });

  // The vendor's library tells in its errors what it was answered.
  test.each([
    ["without its token", 200, whole.replace("SecurityToken", "Token")],
    ["that breaks off", 200, whole.slice(0, -2)],
    ["with the status of an error", 500, whole],
  ])("are not in the error about an answer %s", async (_, status, body) => {
    const metadata = await startMetadataServer();
    metadata.fail((response) => response.writeHead(status).end(body));
    const client = new Client({ credentials: credentialOf(metadata), endpoint: "localhost" });
    const error = await client.call(createListener, request).catch((caught: unknown) => caught);

    expect(error).toMatchObject({ phase: "credentials", reason: "credentials" });
    expectNoSecrets(error, accessKeyId, accessKeySecret, securityToken);
  });
});

const { StaticAKCredentialsProvider, StaticSTSCredentialsProvider } = vendorCredentials;
const { EnvironmentVariableCredentialsProvider, DefaultCredentialsProvider } = vendorCredentials;
const key = temporaryKey(1);

/** Sets what the vendor's tools read, too. */
function setEnvironment(): void {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", key.accessKeyId);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", key.accessKeySecret);
  vi.stubEnv("ALIBABA_CLOUD_SECURITY_TOKEN", key.securityToken);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

describe.each(signatures)("the endpoint takes what is signed with %s", (signature) => {
  test.each<[string, () => ClientOptions["credentials"]]>([
    ["a key, as it is", () => key],
    [
      "the vendor's static key",
      () =>
        StaticAKCredentialsProvider.builder()
          .withAccessKeyId(key.accessKeyId)
          .withAccessKeySecret(key.accessKeySecret)
          .build(),
    ],
    [
      "the vendor's static key with a token",
      () =>
        StaticSTSCredentialsProvider.builder()
          .withAccessKeyId(key.accessKeyId)
          .withAccessKeySecret(key.accessKeySecret)
          .withSecurityToken(key.securityToken)
          .build(),
    ],
    [
      "the vendor's provider of the environment",
      () => EnvironmentVariableCredentialsProvider.builder().build(),
    ],
    ["the vendor's default chain", () => DefaultCredentialsProvider.builder().build()],
    ["the vendor's Credential without a word", () => new Credential()],
    ["a provider as pop-core takes it", () => ({ getCredentials: () => Promise.resolve(key) })],
    ["the environment, where nothing is given", () => undefined],
  ])("and the credentials of %s", async (kind, credentialsOf) => {
    setEnvironment();
    const token = kind === "the vendor's static key" ? {} : { securityToken: key.securityToken };
    const { accessKeyId, accessKeySecret } = key;
    const service = await serveEndpoint(operations, { accessKeyId, accessKeySecret, ...token });
    onTestFinished(() => service.close());
    const credentials = credentialsOf();
    const client = new Client({
      ...(credentials === undefined ? {} : { credentials }),
      endpoint: service.url,
      signature,
    });

    await client.call(createListener, request);

    expect(service.calls).toMatchObject([{ status: 200, signature }]);
    client.close();
  });
});
