import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serveEndpoint, type Endpoint } from "../../src/endpoint/serve-endpoint.ts";
import { createThing, leastParameters } from "./create-thing.ts";
import { sendRequest } from "./send-request.ts";
import { signAcs3Call, type SignedRequest, type Ways } from "./sign-acs3-call.ts";
import { signCall } from "./sign-call.ts";

const FORM_UTF8 = "application/x-www-form-urlencoded; charset=UTF-8";

let endpoint: Endpoint;
let host: string;
beforeEach(async () => {
  endpoint = await serveEndpoint([createThing]);
  host = new URL(endpoint.url).host;
});
afterEach(() => endpoint.close());

const query = new URLSearchParams(leastParameters).toString();

/** The code of the error that a request meets; "200" where it meets none. */
async function codeOf(request: SignedRequest, chunks?: readonly string[]): Promise<string> {
  const { status, body } = await sendRequest(endpoint.url, request, chunks);
  return (/(?:"Code":"|<Code>)([^"<]+)/.exec(body)?.[1] ?? String(status)).trim();
}

/** A right call that was changed after it was signed. */
function changed(change: (right: SignedRequest) => Partial<SignedRequest>, ways: Ways = { query }) {
  const right = signAcs3Call(host, ways);
  return { ...right, ...change(right) };
}

function withHeader(name: string, value: string) {
  return changed(({ headers }) => ({ headers: [...headers, [name, value]] }));
}

/** A call whose Authorization header is another. */
function authorized(change: (text: string) => string): SignedRequest {
  return changed(({ headers }) => ({
    headers: headers.map(([name, value]) => [
      name,
      name === "Authorization" ? change(value) : value,
    ]),
  }));
}

describe("ACS3-HMAC-SHA256", () => {
  afterEach(() => {
    expect(endpoint.created).toHaveLength(
      endpoint.calls.filter((one) => one.status === 200).length,
    );
  });

  test.each([
    ["parameters in the query", { query }],
    ["parameters in a form", { body: query }],
    ["parameters in both", { query: "Name=shoe", body: "Ports.1.From=20&Ports.1.To=21" }],
    ["GET", { method: "GET", query }],
    ["a charset of the form", { body: query, headers: { "content-type": FORM_UTF8 } }],
    ["blanks around a value", { query, headers: { "x-acs-security-token": " a  b " } }],
  ])("a right call with %s is answered", async (_, ways: Ways) => {
    expect(await codeOf(signAcs3Call(host, ways))).toBe("200");
  });

  test("a right body may come in pieces", async () => {
    expect(await codeOf(signAcs3Call(host, { body: query }), Array.from(query))).toBe("200");
  });

  test.each([
    ["of another body", sha256("Name=boot")],
    ["of no body", sha256("")],
    ["that says UNSIGNED-PAYLOAD", "UNSIGNED-PAYLOAD"],
    ["that streams", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"],
    ["in capitals", sha256(query).toUpperCase()],
    ["of the same body in base64", createHash("sha256").update(query).digest("base64")],
    ["that is short of its end", sha256(query).slice(0, 63)],
  ])("a signed content hash %s is refused", async (_, hash) => {
    const request = signAcs3Call(host, { body: query, headers: { "x-acs-content-sha256": hash } });
    const { status, body } = await sendRequest(endpoint.url, request);

    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({
      Code: "SignatureDoesNotMatch",
      Message: expect.stringContaining(
        "x-acs-content-sha256 is not the SHA-256 of the body",
      ) as string,
    });
  });

  test("a body that was changed on its way is refused", async () => {
    const request = changed(({ body }) => ({ body: body.replace("shoe", "boot") }), {
      body: query,
    });
    expect(await codeOf(request)).toBe("SignatureDoesNotMatch");
  });

  test.each([
    ["authorization", "Basic YTpi"],
    ["host", "127.0.0.1"],
    ["x-acs-action", "CreateThing"],
    ["X-Acs-Version", "2020-01-01"],
    ["x-acs-date", "2026-01-02T03:04:05Z"],
    ["x-acs-signature-nonce", "n"],
    ["x-acs-content-sha256", "UNSIGNED-PAYLOAD"],
  ])("a second %s is refused", async (name, value) => {
    expect(await codeOf(withHeader(name, value))).toBe("InvalidParameter");
  });

  test("a second header that is the same is refused, too", async () => {
    for (const name of ["Authorization", "host", "x-acs-date"]) {
      const request = changed(({ headers }) => ({
        headers: headers.flatMap((one) => (one[0] === name ? [one, one] : [one])),
      }));
      expect(await codeOf(request)).toBe("InvalidParameter");
    }
  });

  test("a second header is not hidden by 3,000 others", async () => {
    const many = Array.from({ length: 3000 }, (_, at) => [`a${at}`, "1"] as const);
    const request = changed(({ headers }) => ({ headers: [...headers, ...many, ["host", "a"]] }));

    expect(await codeOf(request)).toBe("InvalidParameter");
  });

  test("headers that are no part of a signature may come twice", async () => {
    const request = changed(({ headers }) => ({
      headers: [...headers, ["accept", "a/b"], ["accept", "c/d"]],
    }));
    expect(await codeOf(request)).toBe("200");
  });

  test.each([
    ["leaves out host", (names: string[]) => names.filter((name) => name !== "host")],
    ["leaves out the date", (names: string[]) => names.filter((name) => name !== "x-acs-date")],
    ["leaves out the hash", (names: string[]) => names.filter((name) => !name.includes("sha256"))],
    ["is not in order", (names: string[]) => [...names].reverse()],
    ["names one twice", (names: string[]) => [names[0] ?? "", ...names]],
    ["has capitals", (names: string[]) => names.map((name) => name.replace("host", "Host"))],
    ["names one that did not come", (names: string[]) => [...names, "x-acs-zone"]],
    ["names one that is not signed", (names: string[]) => ["connection", ...names]],
    ["has an empty name", (names: string[]) => ["", ...names]],
    ["names __proto__", (names: string[]) => ["__proto__", ...names]],
  ])("SignedHeaders that %s is refused", async (_, signed) => {
    expect(await codeOf(signAcs3Call(host, { query, signed }))).toBe("IncompleteSignature");
  });

  test("an x-acs header that came unsigned is refused", async () => {
    expect(await codeOf(withHeader("x-acs-security-token", "a"))).toBe("IncompleteSignature");
  });

  test.each([
    [
      "of another key",
      (text: string) => text.replace("testid", "who"),
      "InvalidAccessKeyId.NotFound",
    ],
    ["in capitals", upperSignature, "SignatureDoesNotMatch"],
    ["that is cut", (text: string) => text.slice(0, -1), "SignatureDoesNotMatch"],
    ["that goes on", (text: string) => `${text}0`, "SignatureDoesNotMatch"],
    ["with blanks", (text: string) => text.replaceAll(",", ", "), "IncompleteSignature"],
    ["that comes twice", (text: string) => `${text},${text}`, "IncompleteSignature"],
    ["with another at its end", (text: string) => `${text},Signature=0`, "IncompleteSignature"],
    [
      "without Credential",
      (text: string) => text.replace("Credential=testid,", ""),
      "IncompleteSignature",
    ],
    ["of another algorithm", (text: string) => text.replace("SHA256", "SM3"), "InvalidParameter"],
  ])("an Authorization %s is refused", async (_, change, code) => {
    expect(await codeOf(authorized(change))).toBe(code);
  });

  test("a key id in a header that is not the Credential is refused", async () => {
    const other = { "x-acs-accesskey-id": "who" };
    const same = { "x-acs-accesskey-id": "testid" };

    expect(await codeOf(signAcs3Call(host, { query, headers: other }))).toBe("InvalidParameter");
    expect(await codeOf(signAcs3Call(host, { query, headers: same }))).toBe("200");
  });

  test.each([
    ["Action", "Action=DropThing"],
    ["Version", "Version=2020-01-01"],
    ["Signature", "Signature=a"],
    ["AccessKeyId", "AccessKeyId=testid"],
    ["Timestamp", "Timestamp=2026-01-02T03%3A04%3A05Z"],
    ["SignatureNonce", "SignatureNonce=a"],
    ["SecurityToken", "SecurityToken=a"],
  ])("the parameter %s of the other signature is refused", async (_, parameter) => {
    const request = signAcs3Call(host, { query: `${query}&${parameter}` });
    expect(await codeOf(request)).toBe("InvalidParameter");
  });

  test("the header names the action, and no parameter in its place", async () => {
    const request = signAcs3Call(host, {
      query: `${query}&Action=CreateThing`,
      headers: { "x-acs-action": "" },
    });
    expect(await codeOf(request)).toBe("MissingAction");
  });

  test("a parameter that comes twice is refused, wherever", async () => {
    expect(await codeOf(signAcs3Call(host, { query: `${query}&Name=shoe` }))).toBe(
      "InvalidParameter",
    );
    expect(await codeOf(signAcs3Call(host, { query, body: "Name=shoe" }))).toBe("InvalidParameter");
  });

  test("a request that was answered once is refused again", async () => {
    const request = signAcs3Call(host, { query });

    expect(await codeOf(request)).toBe("200");
    expect(await codeOf(request)).toBe("SignatureNonceUsed");
  });
});

describe("whatever is signed", () => {
  test("a GET has no body", async () => {
    expect(await codeOf(signAcs3Call(host, { method: "GET", query, body: "Size=a" }))).toBe(
      "InvalidParameter",
    );
  });

  test.each([
    ["another content type", { "content-type": "text/plain" }],
    ["another character set", { "content-type": "application/x-www-form-urlencoded; charset=gbk" }],
    ["a compression", { "content-encoding": "gzip" }],
  ])("a form with %s is refused", async (_, headers: Record<string, string>) => {
    const { "content-encoding": encoding, ...signed } = headers;
    const request = signAcs3Call(host, { body: query, headers: signed });
    const sent = encoding === undefined ? [] : [["content-encoding", encoding] as const];
    expect(await codeOf({ ...request, headers: [...request.headers, ...sent] })).toBe(
      "InvalidParameter",
    );
  });

  test("a byte order mark before a form is part of its first name", async () => {
    expect(await codeOf(signAcs3Call(host, { body: `\uFEFF${query}` }))).toBe("MissingName");
  });

  test("characters that the target does not encode are refused by Node", async () => {
    const target = `/?${query}&Size=\u00E9`;
    expect(await codeOf(changed(() => ({ target })))).toBe("400");
  });

  test.each([
    ["both lengths", "Content-Length: 4\r\nTransfer-Encoding: chunked"],
    ["two lengths", "Content-Length: 4\r\nContent-Length: 5"],
  ])("a body with %s is refused by Node", async (_, framing) => {
    const [name = "", ...rest] = framing.split(": ");
    const request = changed(({ headers }) => ({ headers: [...headers, [name, rest.join(": ")]] }));
    expect(await codeOf(request)).toBe("400");
  });
});

describe("HMAC-SHA1", () => {
  async function codeOfQuery(sent: string, headers: SignedRequest["headers"] = [], body = "") {
    const method = body === "" ? "GET" : "POST";
    const target = `/?${sent}`;
    return codeOf({ method, target, headers: [["host", host], ...headers], body });
  }

  test.each([
    [{ SignatureMethod: "hmac-sha1" }],
    [{ SignatureVersion: "1" }],
    [{ SignatureType: "PRIVATEKEY" }],
  ])("%j is refused", async (parameters: Record<string, string>) => {
    const sent = signCall({ ...leastParameters, ...parameters });
    expect(await codeOfQuery(sent)).toBe("InvalidParameter");
  });

  test("two signatures are refused, wherever they are", async () => {
    const sent = signCall(leastParameters);
    const form = [["content-type", "application/x-www-form-urlencoded"]] as const;

    expect(await codeOfQuery(`${sent}&Signature=a`)).toBe("InvalidParameter");
    expect(await codeOfQuery(sent, form, "Signature=a")).toBe("InvalidParameter");
  });

  test("a signature of a POST is none of a GET", async () => {
    const sent = signCall(leastParameters);
    const right = {
      method: "POST",
      target: `/?${sent}`,
      headers: [["host", host]] as const,
      body: "",
    };

    expect(await codeOf(right)).toBe("SignatureDoesNotMatch");
  });

  test.each([
    ["a second host", "host", "a"],
    ["another action in its header", "x-acs-action", "DropThing"],
    ["another version in its header", "x-acs-version", "2020-01-01"],
  ])("%s is refused", async (_, name, value) => {
    expect(await codeOfQuery(signCall(leastParameters), [[name, value]])).toBe("InvalidParameter");
  });

  test("an Authorization header makes it a call of the other signature", async () => {
    const headers = [["authorization", "Basic YTpi"]] as const;
    expect(await codeOfQuery(signCall(leastParameters), headers)).toBe("MissingAction");
  });
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function upperSignature(text: string): string {
  return text.replace(/[0-9a-f]+$/, (hex) => hex.toUpperCase());
}
