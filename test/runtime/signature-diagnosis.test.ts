import { expect, onTestFinished, test } from "vitest";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import {
  Client,
  type ClientOptions,
  type Operation,
  type Transport,
} from "../../src/runtime/index.ts";
import { createThing } from "../endpoint/create-thing.ts";

const { product, version, action } = createThing;
const operation: Operation<Record<string, string>, unknown> = {
  service: { product, version },
  action,
  serialize: (parameters) => parameters,
};
const wrong = { accessKeyId: "testid", accessKeySecret: "another" };
const right = { accessKeyId: "testid", accessKeySecret: "testsecret" };

/** Renames the thing on its way to the service. */
const meddling: Transport = {
  async send({ url, method, headers, body }) {
    const [from, to] = ["Name=tree", "Name=bush"];
    const changed = { method, headers, body: body.replace(from, to) || null };
    const response = await fetch(url.replace(from, to), changed);
    return { status: response.status, headers: {}, body: await response.text() };
  },
};

async function refusal(options: Partial<ClientOptions>): Promise<unknown> {
  const endpoint = await serveEndpoint([createThing]);
  onTestFinished(() => endpoint.close());
  const client = new Client({ credentials: right, endpoint: endpoint.url, ...options });
  return client
    .call(operation, { Name: "tree" })
    .then(() => undefined)
    .catch((error: unknown) => error);
}

for (const signature of ["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const) {
  test(`${signature}: the service signed the same text, so it is the secret`, async () => {
    expect(await refusal({ signature, credentials: wrong })).toMatchObject({
      code: "SignatureDoesNotMatch",
      message: expect.stringContaining(
        "The service signed the same text, so the secret is wrong.",
      ) as string,
    });
  });

  test(`${signature}: the service signed another text, so something changed the request`, async () => {
    expect(await refusal({ signature, transport: meddling })).toMatchObject({
      code: "SignatureDoesNotMatch",
      message: expect.stringContaining(
        "The service signed another text, so the request was changed on its way",
      ) as string,
    });
  });
}
