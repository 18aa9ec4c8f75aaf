import { createRequire } from "node:module";
import RPCClient from "@alicloud/pop-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serveEndpoint, type Endpoint } from "../../src/endpoint/serve-endpoint.ts";
import { createThing } from "./create-thing.ts";

// Imported, it would be another object in Vitest than in Node: the two disagree about its default.
const {
  default: OpenApiClient,
  $OpenApiUtil,
  OpenApiUtil,
} = createRequire(import.meta.url)(
  "@alicloud/openapi-core",
) as typeof import("@alicloud/openapi-core");

const parameters = { Name: "shoe", Ports: [{ From: 20, To: 21 }] };
const key = { accessKeyId: "testid", accessKeySecret: "testsecret" };

let endpoint: Endpoint;
beforeEach(async () => {
  endpoint = await serveEndpoint([createThing]);
});
afterEach(() => endpoint.close());

/** The ways in which the vendor's clients sign and place parameters. */
const clients = {
  "pop-core GET": callByPop("GET"),
  "pop-core POST": callByPop("POST"),
  "openapi-core ACS3-HMAC-SHA256": callByOpenApi({}),
  "openapi-core HMAC-SHA1": callByOpenApi({ signatureAlgorithm: "v2" }),
  "openapi-core ACS3-HMAC-SHA256, form": callByOpenApi({}, "body"),
  "openapi-core HMAC-SHA1, form": callByOpenApi({ signatureAlgorithm: "v2" }, "body"),
};

describe.each(Object.entries(clients))("%s", (_, call) => {
  test("gets the page's sample", async () => {
    expect(await call(key, parameters)).toEqual({ ThingId: "t-1", RequestId: "R-1" });
  });

  test("flattens parameters to what the endpoint reads", async () => {
    const value = "a b+c&d=e/f?g#h%i~j*k!l'm(n)o\"p\r\n\u76D1\u{1F600}";
    const input = { ...parameters, Ports: Array(11).fill({ From: 1, To: 2 }), Size: value };

    await call(key, input);

    const [arrived] = endpoint.calls;
    expect(arrived?.parameters).toMatchObject({ Size: value, "Ports.11.To": "2" });
    expect(Object.keys(arrived?.parameters ?? {})).toHaveLength(1 + 22 + 1);
  });

  test("takes a refusal for an error with its code", async () => {
    await expect(call(key, { Name: "shoe" })).rejects.toMatchObject({ code: "MissingPorts" });
  });

  test("signs its STS token", async () => {
    const sts = { ...key, securityToken: "CAIS+token/with=chars" };

    expect(await call(sts, parameters)).toMatchObject({ ThingId: "t-1" });
  });

  test("is refused with the wrong secret", async () => {
    await expect(call({ ...key, accessKeySecret: "wrong" }, parameters)).rejects.toMatchObject({
      code: "SignatureDoesNotMatch",
    });
    expect(endpoint.created).toEqual([]);
  });

  test("is refused with an unknown key", async () => {
    await expect(call({ ...key, accessKeyId: "who" }, parameters)).rejects.toMatchObject({
      code: "InvalidAccessKeyId.NotFound",
    });
  });

  test("creates once, however often it repeats a token", async () => {
    const input = { ...parameters, Token: "once" };

    const answers = [await call(key, input), await call(key, input)];

    expect(answers[1]).toEqual(answers[0]);
    expect(endpoint.calls).toHaveLength(2);
    expect(endpoint.created).toMatchObject([{ action: "CreateThing", idempotencyToken: "once" }]);
  });

  test("meets the error that was asked for, once", async () => {
    endpoint.fail("CreateThing", "QuotaExceeded.Thing");

    await expect(call(key, parameters)).rejects.toMatchObject({
      code: "QuotaExceeded.Thing",
      data: { Message: "There are <too many> things." },
    });
    expect(await call(key, parameters)).toMatchObject({ ThingId: "t-1" });
  });
});

test("the names of map keys may be signed as openapi-core does", async () => {
  const input = { ...parameters, Labels: { "a b/\u00FC": "x" } };

  await clients["openapi-core ACS3-HMAC-SHA256"](key, input);

  expect(endpoint.calls[0]).toMatchObject({
    status: 200,
    signature: "ACS3-HMAC-SHA256",
    parameters: { "Labels.a b/\u00FC": "x" },
  });
});

test("an STS token that the endpoint was given is asked for", async () => {
  await endpoint.close();
  endpoint = await serveEndpoint([createThing], { securityToken: "right" });
  const call = clients["openapi-core ACS3-HMAC-SHA256"];

  await expect(call(key, parameters)).rejects.toMatchObject({ code: "MissingSecurityToken" });
  await expect(call({ ...key, securityToken: "wrong" }, parameters)).rejects.toMatchObject({
    code: "InvalidSecurityToken.MismatchWithAccessKey",
  });
  expect(await call({ ...key, securityToken: "right" }, parameters)).toBeDefined();
});

test("openapi-core reads an error in XML", async () => {
  const client = callByOpenApi({ globalParameters: { queries: { Format: "XML" } } });

  await expect(client(key, { Name: "shoe" })).rejects.toMatchObject({
    code: "MissingPorts",
    statusCode: 400,
    data: { Code: "MissingPorts", Message: "Ports is mandatory for this action." },
  });
});

/** What is needed of openapi-core's client; its own type asks for a class of another package. */
interface Caller {
  callApi(params: object, request: object, runtime: object): Promise<{ body?: unknown }>;
}

type Credentials = typeof key & { securityToken?: string };
type CallThing = (credentials: Credentials, input: Record<string, unknown>) => Promise<unknown>;

function callByPop(method: string): CallThing {
  return (credentials, input) =>
    new RPCClient({ ...credentials, endpoint: endpoint.url, apiVersion: "2024-05-06" }).request(
      "CreateThing",
      input,
      { method },
    );
}

function callByOpenApi(settings: object, place: "query" | "body" = "query"): CallThing {
  return async (credentials, input) => {
    const client: Caller = new OpenApiClient(
      new $OpenApiUtil.Config({
        ...credentials,
        ...settings,
        endpoint: new URL(endpoint.url).host,
        protocol: "http",
      }),
    );
    const params = new $OpenApiUtil.Params({
      action: "CreateThing",
      version: "2024-05-06",
      protocol: "HTTP",
      pathname: "/",
      method: "POST",
      authType: "AK",
      style: "RPC",
      reqBodyType: "formData",
      bodyType: "json",
    });
    const content = place === "query" ? OpenApiUtil.query(input) : input;
    const request = new $OpenApiUtil.OpenApiRequest({ [place]: content });
    return (await client.callApi(params, request, {})).body;
  };
}
