import { describe, expect, test, vi } from "vitest";
import {
  Client,
  type Credentials,
  type CredentialsSource,
  type Transport,
} from "../../src/runtime/index.ts";
import { createListener, credentials, request } from "./listener.ts";
import { loadRuntime, platforms } from "./load-runtime.ts";
import { vendorCredentials } from "./vendor.ts";
import { startLoopback, success } from "./loopback.ts";

/** The key ids that signed the requests. */
function recorder(...statuses: number[]): { transport: Transport; keys: (string | undefined)[] } {
  const keys: (string | undefined)[] = [];
  const transport: Transport = {
    send: ({ headers }) => {
      keys.push(/Credential=([^,]*)/.exec(headers.authorization ?? "")?.[1]);
      const status = statuses.shift() ?? 200;
      const body = status === 200 ? "" : JSON.stringify({ Code: "Throttling" });
      return Promise.resolve({ status, headers: { "x-acs-retry-after": "0" }, body });
    },
  };
  return { transport, keys };
}

function clientOf(source: Credentials | CredentialsSource, transport: Transport): Client {
  return new Client({ credentials: source, endpoint: "localhost", transport });
}

test("the vendor's Credential is a source", async () => {
  const { default: Credential, Config } = vendorCredentials;
  const config = new Config({ type: "sts", ...credentials, securityToken: "token" });
  const loopback = await startLoopback(success);
  const client = new Client({ credentials: new Credential(config), endpoint: loopback.endpoint });
  await client.call(createListener, request);
  expect(loopback.received[0]?.headers).toMatchObject({
    "x-acs-accesskey-id": "testid",
    "x-acs-security-token": "token",
  });
});

test("the vendor's providers are sources", async () => {
  const provider = vendorCredentials.StaticAKCredentialsProvider.builder()
    .withAccessKeyId("testid")
    .withAccessKeySecret("testsecret")
    .build();
  const { transport, keys } = recorder();
  await clientOf(provider, transport).call(createListener, request);
  expect(keys).toEqual(["testid"]);
});

test("a source is asked before each attempt", async () => {
  let count = 0;
  const source = {
    getCredential: () => {
      count += 1;
      return Promise.resolve({ ...credentials, accessKeyId: `key-${count}` });
    },
  };
  const { transport, keys } = recorder(400, 400, 200);
  await clientOf(source, transport).call(createListener, request);
  expect(keys).toEqual(["key-1", "key-2", "key-3"]);
});

test("calls that coincide ask once", async () => {
  let count = 0;
  const source = {
    getCredentials: () => {
      count += 1;
      return Promise.resolve(credentials);
    },
  };
  const { transport, keys } = recorder();
  const client = clientOf(source, transport);
  await Promise.all([client.call(createListener, request), client.call(createListener, request)]);
  expect({ asked: count, sent: keys.length }).toEqual({ asked: 1, sent: 2 });
  await client.call(createListener, request);
  expect(count).toBe(2);
});

test("a source that failed is asked again by the next call", async () => {
  const answers = [Promise.reject(new Error("out of order")), Promise.resolve(credentials)];
  const source = { getCredential: () => answers.shift() ?? Promise.reject(new Error("no more")) };
  const { transport, keys } = recorder();
  const client = clientOf(source, transport);
  await expect(client.call(createListener, request)).rejects.toThrow("out of order");
  await client.call(createListener, request);
  expect(keys).toEqual(["testid"]);
});

describe("nothing is sent", () => {
  test.each<[idea: string, source: CredentialsSource, message: RegExp]>([
    [
      "if the source fails",
      { getCredential: () => Promise.reject(new Error("no role")) },
      /no role/,
    ],
    [
      "if the source throws at once",
      {
        getCredential: () => {
          throw new Error("no file");
        },
      },
      /no file/,
    ],
    [
      "if the source's key throws when it is read",
      {
        getCredential: () =>
          Promise.resolve({
            get accessKeyId(): string {
              throw new Error("no access");
            },
          }),
      },
      /no access/,
    ],
  ])("%s", async (_, source, message) => {
    const { transport, keys } = recorder();
    const call = clientOf(source, transport).call(createListener, request);
    await expect(call).rejects.toThrow(message);
    await expect(call).rejects.toMatchObject({ name: "TransportError", phase: "credentials" });
    expect(keys).toEqual([]);
  });
});

// What programs without types may give.
const unusable: [idea: string, key: unknown, messages: readonly string[]][] = [
  ["null", null, ["The accessKeyId is missing.", "The accessKeySecret is missing."]],
  ["a number", 7, ["The accessKeyId is missing.", "The accessKeySecret is missing."]],
  ["a text", "key", ["The accessKeyId is missing.", "The accessKeySecret is missing."]],
  ["a list", [], ["The accessKeyId is missing.", "The accessKeySecret is missing."]],
  ["a function", () => 1, ["The accessKeyId is missing.", "The accessKeySecret is missing."]],
  ["an empty key id", { ...credentials, accessKeyId: "" }, ["The accessKeyId is missing."]],
  ["no secret", { accessKeyId: "k" }, ["The accessKeySecret is missing."]],
  [
    "null for a secret",
    { ...credentials, accessKeySecret: null },
    ["The accessKeySecret is missing."],
  ],
  [
    "a number for a key id",
    { ...credentials, accessKeyId: 12345678 },
    ["The accessKeyId must be a string, not a number."],
  ],
  [
    "objects for key id and secret",
    { accessKeyId: {}, accessKeySecret: Object.create(null) as unknown },
    [
      "The accessKeyId must be a string, not an object.",
      "The accessKeySecret must be a string, not an object.",
    ],
  ],
  [
    "a symbol for a secret",
    { ...credentials, accessKeySecret: Symbol("s") },
    ["The accessKeySecret must be a string, not a symbol."],
  ],
  ...([0, false, {}, ["t"]] as const).map((securityToken): (typeof unusable)[number] => [
    `${JSON.stringify(securityToken)} for a token`,
    { ...credentials, securityToken },
    [expect.stringMatching(/^The securityToken must be a string, not an? \w+\.$/) as string],
  ]),
  ...["s\n", "\r\ns", "a b", "s\0", "é"].map((accessKeySecret): (typeof unusable)[number] => [
    `${JSON.stringify(accessKeySecret)} for a secret`,
    { ...credentials, accessKeySecret },
    ["The accessKeySecret holds more than printable ASCII."],
  ]),
];

describe.each(platforms)(
  "on the platform %s, a key that cannot be one is refused",
  async (name) => {
    const runtime = await loadRuntime(name);
    const ways: [way: string, give: (key: unknown) => unknown][] = [
      ["as an option", (key) => key],
      ["by a source", (key) => ({ getCredential: () => Promise.resolve(key) })],
      ["by a source at once", (key) => ({ getCredentials: () => key })],
    ];

    describe.each(ways)("%s", (_, give) => {
      test.each(unusable)("%s", async (_, key, messages) => {
        const { endpoint, received } = await startLoopback(success);
        const given = give(key) as Credentials;
        const client = new runtime.Client({ credentials: given, endpoint });
        const error = await client.call(createListener, request).catch((caught: unknown) => caught);

        expect(error).toBeInstanceOf(runtime.RequestError);
        expect(error).toMatchObject({
          issues: messages.map((message) => ({ path: "", rule: "option", message })),
        });
        expect(received).toEqual([]);
        client.close();
      });
    });

    test("a key that becomes unusable after an attempt was sent is no RequestError", async () => {
      const { endpoint, received } = await startLoopback({ status: 503 }, success);
      const answers = [credentials, { ...credentials, accessKeyId: 5 }] as Credentials[];
      const source = { getCredential: () => Promise.resolve(answers.shift() ?? credentials) };
      const client = new runtime.Client({ credentials: source, endpoint });

      await expect(client.call(createListener, request)).rejects.toMatchObject({
        name: "TransportError",
        message: "The accessKeyId must be a string, not a number.",
        phase: "credentials",
        attempts: 2,
      });
      expect(received).toHaveLength(1);
      client.close();
    });

    test("a source that has no method is no source", async () => {
      const given = { getCredential: "later", ...credentials } as unknown as Credentials;
      const { endpoint, received } = await startLoopback(success);
      const client = new runtime.Client({ credentials: given, endpoint });
      await client.call(createListener, request);
      expect(received).toHaveLength(1);
      client.close();
    });
  },
);

describe("without credentials, the environment has them", () => {
  test("as it is at the moment of each call", async () => {
    const { transport, keys } = recorder();
    const client = new Client({ endpoint: "localhost", transport });
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", "key-1");
    await client.call(createListener, request);
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", "key-2");
    await client.call(createListener, request);
    vi.unstubAllEnvs();
    expect(keys).toEqual(["key-1", "key-2"]);
  });

  test("or the error names the variables", async () => {
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", undefined);
    const { transport, keys } = recorder();
    const call = new Client({ endpoint: "localhost", transport }).call(createListener, request);
    await expect(call).rejects.toThrow(/set ALIBABA_CLOUD_ACCESS_KEY_ID and/);
    vi.unstubAllEnvs();
    expect(keys).toEqual([]);
  });
});

test("a request that cannot be signed is not sent, and not tried again", async () => {
  const { transport, keys } = recorder();
  const nonce = vi.fn(() => {
    throw new Error("no randomness");
  });
  const client = new Client({ credentials, endpoint: "localhost", transport, nonce });
  await expect(client.call(createListener, request)).rejects.toMatchObject({
    message: "Signing failed: no randomness",
    phase: "credentials",
    reason: "credentials",
    attempts: 1,
  });
  expect(keys).toEqual([]);
  expect(nonce).toHaveBeenCalledTimes(1);
});
