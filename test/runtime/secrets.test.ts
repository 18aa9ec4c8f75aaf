import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import {
  Client,
  type ClientOptions,
  type HttpRequest,
  type Transport,
} from "../../src/runtime/index.ts";
import { expectNoSecrets, secretCredentials as credentials } from "./expect-no-secrets.ts";
import { createListener, request } from "./listener.ts";
import { startLoopback } from "./loopback.ts";

/** The error of a call, and the signature that was sent with it. */
async function failure(
  options: Partial<ClientOptions>,
  send: (request: HttpRequest) => Promise<{ status: number; body: string }>,
): Promise<{ error: unknown; signature: string }> {
  let signature = "";
  const transport: Transport = {
    send: async (sent) => {
      const fields = `${decodeURIComponent(sent.body)} ${sent.headers.authorization ?? ""}`;
      signature = /Signature=([^&\s]+)/.exec(fields)?.[1] ?? "";
      return { headers: {}, ...(await send(sent)) };
    },
  };
  const client = new Client({ credentials, endpoint: "h", transport, retry: false, ...options });
  const error = await client.call(createListener, request).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return { error, signature };
}

/** What the service could echo at worst: all that it knows, in all the forms it knows. */
function echo({ url, headers, body }: HttpRequest): string {
  const known = [url, body, decodeURIComponent(body), JSON.stringify(headers)].join("\n");
  return [known, encodeURIComponent(known), ...Object.values(credentials)].join("\n");
}

for (const signature of ["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const) {
  describe(signature, () => {
    test("a service that echoes what it was sent, in JSON", async () => {
      const found = await failure({ signature }, (sent) => {
        const text = echo(sent);
        const names = ["Code", "Message", "RequestId", "HostId", "Recommend"];
        const echoed = Object.fromEntries(names.map((name) => [name, text]));
        const body = { ...echoed, AccessDeniedDetail: { [text]: [text] } };
        return Promise.resolve({ status: 400, body: JSON.stringify(body) });
      });
      expect(found.signature).not.toBe("");
      expectNoSecrets(found.error, found.signature);
    });

    test("a service that echoes what it was sent, in XML", async () => {
      const found = await failure({ signature }, (sent) => {
        const text = echo(sent).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
        const body = `<Error><Code>SignatureDoesNotMatch</Code><Message>${text}</Message></Error>`;
        return Promise.resolve({ status: 400, body });
      });
      expect(inspect(found.error)).toContain("SignatureDoesNotMatch");
      expectNoSecrets(found.error, found.signature);
    });

    test("a service that answers a page which is no error, with all of it", async () => {
      for (const status of [200, 502]) {
        const send = (sent: HttpRequest) => Promise.resolve({ status, body: `<p>${echo(sent)}` });
        const found = await failure({ signature }, send);
        expectNoSecrets(found.error, found.signature);
      }
    });

    test("a transport whose error carries the request", async () => {
      const found = await failure({ signature }, (sent) => {
        const inner = Object.assign(new Error(echo(sent)), { request: sent, code: echo(sent) });
        throw Object.assign(new Error(echo(sent), { cause: inner }), { config: sent });
      });
      expectNoSecrets(found.error, found.signature);
    });

    test("a connection that fails", async () => {
      const { endpoint } = await startLoopback((_, socket) => socket.resetAndDestroy());
      const client = new Client({ credentials, endpoint, signature, retry: false });
      const error = await client.call(createListener, request).catch((caught: unknown) => caught);
      expectNoSecrets(error);
    });
  });
}

test("the text that was signed is still to be read, but for the key", async () => {
  const { error } = await failure({ signature: "HMAC-SHA1" }, () => {
    const signed = "POST&%2F&AccessKeyId%3DLTAI5tKeyIdOfTheTest%26Action%3DCreateListener";
    const body = JSON.stringify({ Code: "SignatureDoesNotMatch", Message: `yours is ${signed}` });
    return Promise.resolve({ status: 400, body });
  });
  expect(error).toMatchObject({
    message:
      "SignatureDoesNotMatch: yours is POST&%2F&AccessKeyId%3D[redacted]%26Action%3DCreateListener" +
      " (HTTP 400). The service signed another text, so the request was changed on its way.",
  });
});

test("a source whose error tells of a key by its look", async () => {
  const source = {
    getCredential: () => {
      const message = "GET /?AccessKeyId=LTAI5tAnother&Signature=abc%3D&Action=AssumeRole failed";
      return Promise.reject(Object.assign(new Error(message), { key: credentials }));
    },
  };
  const { error } = await failure({ credentials: source }, () => {
    throw new Error("It was sent.");
  });
  expect(error).toMatchObject({
    message:
      "The credentials could not be read: " +
      "GET /?AccessKeyId=[redacted]&Signature=[redacted]&Action=AssumeRole failed",
  });
  expectNoSecrets(error);
});

test("a key with white space is refused without being shown", async () => {
  const send = vi.fn();
  const bad = { ...credentials, accessKeySecret: `${credentials.accessKeySecret} \n` };
  const found = await failure({ credentials: bad }, send);
  expectNoSecrets(found.error, found.signature);
  expect(send).not.toHaveBeenCalled();
});

test("the client shows nothing of its key either", () => {
  const shown = inspect(new Client({ credentials }), { showHidden: true, depth: null });
  for (const secret of Object.values(credentials)) expect(shown).not.toContain(secret);
});

test("the hooks are shown nothing of the key either, whatever the service echoes", async () => {
  const told: unknown[] = [];
  const tell = (event: unknown) => void told.push(structuredClone(event));
  let signature = "";
  const transport: Transport = {
    send: ({ headers }) => {
      signature = /Signature=([^&\s]+)/.exec(headers.authorization ?? "")?.[1] ?? "";
      const texts = [...Object.values(credentials), signature];
      const id = [...texts, ...texts.map(btoa)].join(" ");
      const body = JSON.stringify({ Code: "Throttling", Message: id });
      return Promise.resolve({ status: 400, headers: { "x-acs-request-id": id }, body });
    },
  };
  const hooks = { onRequest: tell, onResponse: tell, onRetry: tell };
  const retry = { maxAttempts: 2 };
  const client = new Client({ credentials, endpoint: "h", transport, retry, ...hooks });
  const error = await client.call(createListener, request).catch((caught: unknown) => caught);

  expect(told).toHaveLength(5);
  expect(told[1]).toMatchObject({ requestId: expect.stringContaining("[redacted]") as string });
  expectNoSecrets(error, signature);
  expectNoSecrets(new Error("told", { cause: told }), signature);
});

test("a key that stands deep in the causes of a transport's error", async () => {
  const send = () => {
    let error = new Error(credentials.accessKeySecret);
    for (let depth = 0; depth < 20; depth += 1) {
      error = Object.assign(new Error(credentials.securityToken, { cause: error }), {
        errors: [error],
        code: btoa(credentials.accessKeySecret),
      });
    }
    throw error;
  };
  const { error, signature } = await failure({}, send);
  expectNoSecrets(error, signature);
});
