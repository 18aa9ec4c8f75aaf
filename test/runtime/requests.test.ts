import { createHash } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import {
  Client,
  type ClientOptions,
  type HttpRequest,
  type Operation,
  type ValidationLevel,
} from "../../src/runtime/index.ts";
import { captures } from "./captures.ts";
import { createListener, credentials, request } from "./listener.ts";

type Flat = Record<string, string>;

/** Takes wire parameters as they are. */
const operation: Operation<Flat, unknown> = {
  service: { product: "Ga", version: "2019-11-20", endpoint: "ga.cn-hangzhou.aliyuncs.com" },
  action: "CreateListener",
  serialize: (parameters) => parameters,
};

const common = [
  ...["AccessKeyId", "Action", "Format", "SecurityToken", "SignatureMethod", "SignatureNonce"],
  ...["SignatureVersion", "Timestamp", "Version"],
];

async function sent(parameters: Flat, options?: Partial<ClientOptions>): Promise<HttpRequest> {
  const requests: HttpRequest[] = [];
  const client = new Client({
    credentials,
    nonce: () => captures.nonce,
    clock: () => new Date(captures.timestamp),
    transport: {
      send: (given) => {
        requests.push(given);
        return Promise.resolve({ status: 200, headers: {}, body: "{}" });
      },
    },
    ...options,
  });
  await client.call(operation, parameters);
  const [first] = requests;
  if (first === undefined) throw new Error("Nothing was sent.");
  return first;
}

test("parameters that are too long for a query go in a form body, signed with it", async () => {
  const { url, headers, body } = await sent({ Name: "x".repeat(8000) });
  expect(url).toBe("https://ga.cn-hangzhou.aliyuncs.com/");
  expect(body).toBe(`Name=${"x".repeat(8000)}`);
  expect(headers).toMatchObject({
    "content-type": "application/x-www-form-urlencoded",
    "x-acs-content-sha256": createHash("sha256").update(body).digest("hex"),
    authorization: expect.stringContaining("SignedHeaders=content-type;host;") as string,
  });
});

test("parameters that a query just holds go in the query", async () => {
  const { url, headers, body } = await sent({ Name: "x".repeat(7995) });
  expect(url).toBe(`https://ga.cn-hangzhou.aliyuncs.com/?Name=${"x".repeat(7995)}`);
  expect(headers).not.toHaveProperty("content-type");
  expect(body).toBe("");
});

describe("signed with HMAC-SHA1, the body is pop-core's, bit for bit", () => {
  for (const capture of captures.hmacSha1.filter(({ client }) => client === "pop-core-post")) {
    test(capture.case, async () => {
      const own = Object.entries(capture.parameters).filter(([name]) => !common.includes(name));
      const sts = "SecurityToken" in capture.parameters;
      const { body, url } = await sent(Object.fromEntries(own), {
        signature: "HMAC-SHA1",
        credentials: sts ? captures.sts : captures.key,
      });
      const expected = { ...capture.parameters, Signature: capture.signature };
      expect(Object.fromEntries(new URLSearchParams(body))).toEqual(expected);
      expect(url).toBe("https://ga.cn-hangzhou.aliyuncs.com/");
    });
  }
});

test("signed with ACS3-HMAC-SHA256, parameters are in the query and the rest in headers", async () => {
  const { method, url, headers, body } = await sent({ B: "b c", "A*": "" });
  expect({ method, url, headers, body }).toEqual({
    method: "POST",
    url: "https://ga.cn-hangzhou.aliyuncs.com/?A%2A=&B=b%20c",
    headers: {
      host: "ga.cn-hangzhou.aliyuncs.com",
      accept: "application/json",
      "user-agent": "docwright Ga/2019-11-20",
      "x-acs-action": "CreateListener",
      "x-acs-version": "2019-11-20",
      "x-acs-date": "2026-01-02T03:04:05Z",
      "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
      "x-acs-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      authorization: expect.stringMatching(
        /^ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=[\da-f]{64}$/,
      ) as string,
    },
    body: "",
  });
});

test("a request without parameters has no query", async () => {
  expect((await sent({})).url).toBe("https://ga.cn-hangzhou.aliyuncs.com/");
});

test("the caller's user agent comes after the client's own", async () => {
  const { headers } = await sent({}, { userAgent: "my-app/1.0" });
  expect(headers["user-agent"]).toBe("docwright Ga/2019-11-20 my-app/1.0");
});

test("without a nonce and a clock of the caller's, each request has its own and the time", async () => {
  const fresh = { nonce: undefined, clock: undefined } as object;
  const before = Date.now() - 1000;
  const [first, second] = [await sent({}, fresh), await sent({}, fresh)];
  const nonce = "x-acs-signature-nonce";
  expect(first.headers[nonce]).not.toBe(second.headers[nonce]);
  expect(Date.parse(first.headers["x-acs-date"] ?? "")).toBeGreaterThanOrEqual(before);
});

test("the client's region fills in where a request has none", async () => {
  const urls: string[] = [];
  const client = new Client({
    credentials,
    endpoint: "localhost",
    regionId: "cn-default",
    transport: {
      send: ({ url }) => {
        urls.push(url);
        return Promise.resolve({ status: 200, headers: {}, body: "" });
      },
    },
  });
  const rest = { AcceleratorId: request.AcceleratorId, PortRanges: request.PortRanges };
  await client.call(createListener, rest);
  await client.call(createListener, { ...rest, RegionId: "cn-own" });
  expect(urls.map((url) => new URL(url).searchParams.get("RegionId"))).toEqual([
    "cn-default",
    "cn-own",
  ]);
});

describe("how much is checked", () => {
  const levels: Operation<Flat, unknown> = {
    ...operation,
    serialize: (_, { validate = "not said" }) => ({ Level: validate }),
  };
  const level = async (client?: ValidationLevel, call?: ValidationLevel) => {
    const transport = {
      send: vi.fn(() => Promise.resolve({ status: 200, headers: {}, body: "" })),
    };
    const options = client === undefined ? {} : { validate: client };
    await new Client({ credentials, transport, ...options }).call(
      levels,
      {},
      call === undefined ? {} : { validate: call },
    );
    const [[sent]] = transport.send.mock.calls as unknown as [[HttpRequest]];
    return new URL(sent.url).searchParams.get("Level");
  };

  test("the client says", async () => {
    expect(await level("required")).toBe("required");
  });

  test("the call has the last word", async () => {
    expect(await level("required", "off")).toBe("off");
  });

  test("else the serializer's own word holds", async () => {
    expect(await level()).toBe("not said");
  });
});
