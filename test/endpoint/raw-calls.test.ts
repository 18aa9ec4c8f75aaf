import { request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { serveEndpoint, type Endpoint } from "../../src/endpoint/serve-endpoint.ts";
import { createThing, leastParameters } from "./create-thing.ts";
import { signCall } from "./sign-call.ts";

let endpoint: Endpoint;
beforeEach(async () => {
  endpoint = await serveEndpoint([createThing]);
});
afterEach(() => endpoint.close());

async function get(query: string) {
  const response = await fetch(`${endpoint.url}/?${query}`);
  const body: unknown = await response.json();
  return { status: response.status, body };
}

test("an answer carries a request id in its header, and an error the same in its body", async () => {
  const response = await fetch(endpoint.url);
  const body = await response.text();

  expect(response.headers.get("x-acs-request-id")).toMatch(/^[0-9A-F-]{36}$/);
  expect(body).toContain(`<RequestId>${response.headers.get("x-acs-request-id") ?? ""}<`);
});

test("an error says what the gateway says", async () => {
  expect(await get(signCall({ ...leastParameters, Action: "DropThing" }))).toEqual({
    status: 404,
    body: {
      RequestId: endpoint.calls[0]?.requestId,
      HostId: new URL(endpoint.url).host,
      Code: "InvalidApi.NotFound",
      Message: "Specified api is not found, please check your url and method.",
      Recommend:
        "https://error-center.aliyun.com/status/search?Keyword=InvalidApi.NotFound&source=PopGw",
    },
  });
});

test("without Format, a call signed with HMAC-SHA1 is answered in XML", async () => {
  const response = await fetch(`${endpoint.url}/?${signCall({ ...leastParameters, Format: "" })}`);

  expect(response.headers.get("content-type")).toBe("text/xml;charset=utf-8");
  expect(await response.text()).toBe(createThing.samples[2]?.text);
});

test("an error in XML is escaped", async () => {
  endpoint.fail("CreateThing", "QuotaExceeded.Thing");
  const response = await fetch(
    `${endpoint.url}/?${signCall({ ...leastParameters, Format: "XML" })}`,
  );

  expect(response.status).toBe(403);
  expect(await response.text()).toMatch(
    /^<Error><RequestId>.*<Message>There are &lt;too many&gt; things\.<\/Message>.*<\/Error>$/,
  );
});

test.each([
  [{ Version: "2024-05-07" }, 400, "InvalidVersion"],
  [{ Version: "" }, 400, "MissingVersion"],
  [{ Action: "" }, 400, "MissingAction"],
  [{ AccessKeyId: "" }, 400, "MissingAccessKeyId"],
  [{ SignatureNonce: "" }, 400, "MissingSignatureNonce"],
  [{ Timestamp: "" }, 400, "MissingTimestamp"],
  [{ Timestamp: "2024-02-31T00:00:00Z" }, 400, "InvalidTimeStamp.Format"],
  [{ Timestamp: "2024-02-03 00:00:00" }, 400, "InvalidTimeStamp.Format"],
  [{ Timestamp: "2024-02-03T00:00:00Z" }, 400, "InvalidTimeStamp.Expired"],
  [{ AccessKeyId: "who" }, 404, "InvalidAccessKeyId.NotFound"],
  [{ SignatureMethod: "HMAC-SHA256" }, 400, "InvalidParameter"],
  [{ SignatureVersion: "2.0" }, 400, "InvalidParameter"],
  [{ SignatureType: "BEARERTOKEN" }, 400, "InvalidParameter"],
  [{ Format: "YAML" }, 400, "InvalidParameter"],
])("a call with %j is refused: %i %s", async (parameters, status, code) => {
  const answer = await get(signCall({ ...leastParameters, Format: "JSON", ...parameters }));

  expect(answer).toMatchObject({ status, body: { Code: code } });
});

test("a time is good for 15 minutes, either way, and no longer", async () => {
  await endpoint.close();
  endpoint = await serveEndpoint([createThing], { now: () => new Date("2026-01-02T03:00:00Z") });
  const codeAt = async (Timestamp: string) => {
    await get(signCall({ ...leastParameters, Timestamp }));
    return endpoint.calls.at(-1)?.code;
  };

  expect(await codeAt("2026-01-02T02:45:00Z")).toBeUndefined();
  expect(await codeAt("2026-01-02T03:15:00Z")).toBeUndefined();
  expect(await codeAt("2026-01-02T02:44:59Z")).toBe("InvalidTimeStamp.Expired");
  expect(await codeAt("2026-01-02T03:15:01Z")).toBe("InvalidTimeStamp.Expired");
});

test("a nonce is good once", async () => {
  const query = signCall({ ...leastParameters, SignatureNonce: "n-1" });

  expect(await get(query)).toMatchObject({ status: 200 });
  expect(await get(query)).toMatchObject({ body: { Code: "SignatureNonceUsed" } });
});

test("a nonce that came with a wrong signature is not used up", async () => {
  const query = signCall({ ...leastParameters, SignatureNonce: "n-1" });

  expect(await get(query.replace("Name=shoe", "Name=boot"))).toMatchObject({ status: 400 });
  expect(await get(query)).toMatchObject({ status: 200 });
});

test("a tampered parameter breaks the signature, and the message says what was to be signed", async () => {
  const query = signCall({ ...leastParameters, Name: "shoe" }).replace("Name=shoe", "Name=boot");

  expect(await get(query)).toMatchObject({
    status: 400,
    body: {
      Code: "SignatureDoesNotMatch",
      Message: expect.stringMatching(
        /^Specified signature is not matched with our calculation\. server string to sign is:GET&%2F&.*Name%3Dboot/,
      ) as unknown,
    },
  });
});

test.each(["lone=%", "bytes=%FF", "half=%E7%9B"])("the query %s is refused", async (query) => {
  expect(await get(`${query}&${signCall(leastParameters)}`)).toMatchObject({
    status: 400,
    body: { Code: "InvalidParameter", Message: expect.stringContaining(query) as unknown },
  });
});

test("a parameter that comes twice is refused", async () => {
  expect(await get(`${signCall(leastParameters)}&Name=boot`)).toMatchObject({
    status: 400,
    body: { Message: "The specified parameter Name is not valid: it is given twice." },
  });
});

test("a parameter may not come in the query and in the body", async () => {
  const response = await fetch(`${endpoint.url}/?Name=shoe`, {
    method: "POST",
    body: new URLSearchParams({ Name: "boot" }),
  });

  expect(response.status).toBe(400);
  expect(await response.text()).toContain("it is given in the query and in the body");
});

test.each([
  ["JSON", "application/json", "{}"],
  ["not UTF-8", "application/x-www-form-urlencoded", Buffer.of(0xff)],
])("a body that is %s is refused", async (_, contentType, body) => {
  const response = await fetch(endpoint.url, {
    method: "POST",
    headers: { "content-type": contentType },
    body,
  });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ Code: "InvalidParameter" });
});

test("a body beyond 4 MiB is refused, and the client gets to hear it", async () => {
  const response = await fetch(endpoint.url, { method: "POST", body: "A".repeat(5 * 2 ** 20) });

  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ Code: "RequestEntityTooLarge" });
});

test("a method other than GET and POST is refused", async () => {
  const response = await fetch(`${endpoint.url}/?${signCall(leastParameters)}`, { method: "PUT" });

  expect(response.status).toBe(405);
});

test("names like __proto__ are names like any other", async () => {
  expect(await get(signCall({ ...leastParameters, ["__proto__"]: "x", constructor: "x" }))).toEqual(
    {
      status: 400,
      body: expect.objectContaining({ Code: "InvalidParameter" }) as unknown,
    },
  );
});

test("a client that leaves in the middle of its body does no harm", async () => {
  await new Promise<void>((resolve) => {
    const leaving = request(endpoint.url, { method: "POST", headers: { "content-length": 10 } });
    leaving.on("error", () => undefined);
    leaving.on("close", resolve);
    leaving.write("A=", () => leaving.destroy());
  });

  expect(await get(signCall(leastParameters))).toMatchObject({ status: 200 });
});

test("what is kept of a call holds no key, token or signature", async () => {
  await get(signCall({ ...leastParameters, SecurityToken: "sts", RegionId: "cn-hangzhou" }));

  expect(endpoint.calls).toEqual([
    {
      action: "CreateThing",
      version: "2024-05-06",
      parameters: leastParameters,
      signature: "HMAC-SHA1",
      status: 200,
      requestId: expect.any(String) as unknown,
    },
  ]);
});

test("versions of a product are served side by side", async () => {
  await endpoint.close();
  const older = { ...createThing, version: "2020-01-01", request: [], samples: [] };
  endpoint = await serveEndpoint([createThing, older]);

  expect(await get(signCall({ Version: "2020-01-01" }))).toMatchObject({
    status: 200,
    body: { RequestId: endpoint.calls[0]?.requestId },
  });
});

test("two operations of one version and action cannot be served", async () => {
  const twin = { ...createThing, page: "pages/Copy.md" };

  await expect(serveEndpoint([createThing, twin])).rejects.toThrow(
    "CreateThing of version 2024-05-06 is served twice: pages/CreateThing.md and pages/Copy.md.",
  );
});

test("a port that is taken is an error", async () => {
  const port = Number(new URL(endpoint.url).port);

  await expect(serveEndpoint([createThing], { port })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});

test("closing ends kept-alive connections, and may be done twice", async () => {
  await get(signCall(leastParameters));

  await endpoint.close();
  await endpoint.close();

  await expect(fetch(endpoint.url)).rejects.toThrow();
});
