import { describe, expect, expectTypeOf, test } from "vitest";
import { Client, isServiceError, ServiceError } from "../../src/runtime/index.ts";
import { createListener, credentials, request } from "./listener.ts";
import { type Reply, startLoopback } from "./loopback.ts";

async function errorOf(reply: Reply): Promise<ServiceError> {
  const { endpoint } = await startLoopback(reply);
  const client = new Client({ credentials, endpoint, retry: false });
  const error: unknown = await client
    .call(createListener, request)
    .catch((caught: unknown) => caught);
  if (!isServiceError(error)) throw new Error("No ServiceError", { cause: error });
  return error;
}

test("everything the service tells is on the error", async () => {
  const error = await errorOf({
    status: 403,
    body: {
      Code: "NoPermission",
      Message: "Denied.",
      RequestId: "REQ-1",
      HostId: "host-1",
      Recommend: "https://help.example.com",
      AccessDeniedDetail: { PolicyType: "AccountLevel" },
    },
  });
  expect(error).toMatchObject({
    name: "ServiceError",
    message: "NoPermission: Denied. (HTTP 403, request REQ-1)",
    code: "NoPermission",
    status: 403,
    requestId: "REQ-1",
    hostId: "host-1",
    recommend: "https://help.example.com",
    accessDeniedDetail: { PolicyType: "AccountLevel" },
    attempts: 1,
    retryable: false,
  });
});

const xml = `<?xml version='1.0'?><Error><RequestId>REQ-1</RequestId><HostId/><Code>NotExist.Accelerator</Code>
  <Message>It&#39;s gone &amp; lost.</Message></Error>`;
const answers: [idea: string, reply: Reply, expected: Partial<ServiceError>][] = [
  [
    "members in lower case",
    { status: 400, body: { code: "A.B", message: "m", requestId: "REQ-1" } },
    { code: "A.B", requestId: "REQ-1", message: "A.B: m (HTTP 400, request REQ-1)" },
  ],
  ["a code that is a number", { status: 400, body: { code: 4001 } }, { code: "4001" }],
  [
    "XML, whatever its content type",
    { status: 400, headers: { "content-type": "application/json" }, body: xml },
    {
      code: "NotExist.Accelerator",
      requestId: "REQ-1",
      message: "NotExist.Accelerator: It's gone & lost. (HTTP 400, request REQ-1)",
    },
  ],
  [
    "HTML",
    { status: 502, body: "<html><title>502</title></html>" },
    { code: "HTTP502", retryable: true },
  ],
  ["nothing", { status: 404 }, { code: "HTTP404", requestId: undefined, retryable: false }],
  ["JSON that is no object", { status: 500, body: "null" }, { code: "HTTP500", retryable: true }],
  ["an object without a code", { status: 400, body: {} }, { code: "HTTP400" }],
  [
    "a redirect, which is not followed",
    { status: 302, headers: { location: "/" } },
    { code: "HTTP302" },
  ],
  [
    "a request id in a header only",
    { status: 503, headers: { "x-acs-request-id": "REQ-2" } },
    { requestId: "REQ-2" },
  ],
  [
    "a wait that is asked for",
    { status: 400, headers: { "x-acs-retry-after": "1500" }, body: { Code: "Throttling.User" } },
    { retryAfter: 1500, retryable: true },
  ],
];
describe("the service answers with", () => {
  for (const [idea, reply, expected] of answers) {
    test(idea, async () => {
      expect(await errorOf(reply)).toMatchObject(expected);
    });
  }
});

describe("isServiceError", () => {
  /** What the same class is in another copy of the package. */
  class Copy extends Error {
    override readonly name = "ServiceError";
    readonly code = "A.B";
    readonly status = 400;
    readonly attempts = 1;
    readonly retryable = false;
  }

  test("knows the errors of another copy of the package", () => {
    expect(isServiceError(new Copy())).toBe(true);
  });
  test("knows that other errors are none", () => {
    expect(
      [new Error("ServiceError"), { name: "ServiceError", code: "A.B", status: 400 }, null].map(
        isServiceError,
      ),
    ).toEqual([false, false, false]);
  });
  test("leads to a type with the code in it", () => {
    const error: unknown = new Copy();
    if (isServiceError(error)) expectTypeOf(error.code).toEqualTypeOf<string>();
    expectTypeOf<ServiceError<"A.B">["code"]>().toEqualTypeOf<"A.B">();
  });
});

test("of a detail without end, 1,000 values are kept, and none of the key's among them", async () => {
  const lists = Array.from({ length: 100_000 }, () => ({ "": credentials.accessKeySecret }));
  const deep = '{"a":'.repeat(100_000) + "1" + "}".repeat(100_000);
  const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at]));
  for (const detail of [JSON.stringify(lists), deep, JSON.stringify(wide)]) {
    const body = `{"Code":"NoPermission","AccessDeniedDetail":${detail}}`;
    const error = await errorOf({ status: 403, body });
    const kept = JSON.stringify(error.accessDeniedDetail);

    expect(error.code).toBe("NoPermission");
    expect(kept.length).toBeLessThan(30_000);
    expect(kept).not.toContain(credentials.accessKeySecret);
  }
});

test("a list, a text or a number is no error of the service's, however long", async () => {
  const list = `[${"0,".repeat(1_000_000)}0]`;
  for (const body of [list, "[]", '"Code"', "7", "true", "null"]) {
    expect(await errorOf({ status: 400, body })).toMatchObject({ code: "HTTP400" });
  }
});

test("a wait of more than 24 days is one of 24 days, which a timer can count", async () => {
  for (const [name, value, wait] of [
    ["x-acs-retry-after", "2147483648", 2_147_483_647],
    ["x-acs-retry-after", "9".repeat(400), 2_147_483_647],
    ["retry-after", "2147484", 2_147_483_647],
    ["retry-after", "7", 7000],
    ["retry-after", "-1", undefined],
    ["retry-after", "1e3", undefined],
    ["retry-after", "Fri, 31 Dec 9999 23:59:59 GMT", 2_147_483_647],
  ] as const) {
    const error = await errorOf({ status: 503, headers: { [name]: value } });
    expect(error.retryAfter).toBe(wait);
  }
});

test("an XML error whose message is longer than is read has a message that is cut", async () => {
  const secret = credentials.accessKeySecret;
  const message = `The start. ${"x".repeat(200_000)}${secret}`;
  const error = await errorOf({
    status: 400,
    body: `<Error><Code>TooLong</Code><Message>${message}</Message></Error>`,
  });
  expect(error.code).toBe("TooLong");
  expect(error.message).toMatch(/^TooLong: The start\. x+ \[cut\]/);
  expect(error.message.length).toBeLessThan(4200);
});
