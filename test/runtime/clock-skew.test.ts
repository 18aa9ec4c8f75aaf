import { expect, onTestFinished, test } from "vitest";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import { Client, type Operation } from "../../src/runtime/index.ts";
import { createThing } from "../endpoint/create-thing.ts";

const { product, version, action } = createThing;
const operation: Operation<Record<string, string>, unknown> = {
  service: { product, version },
  action,
  serialize: (parameters) => parameters,
};
const thing = { Name: "tree", "Ports.1.From": "1", "Ports.1.To": "1" };
const credentials = { accessKeyId: "testid", accessKeySecret: "testsecret" };

test.each([
  ["an hour behind the service", 3_600_000],
  ["an hour ahead of the service", -3_600_000],
])("a clock %s is set by the answer, once for all calls", async (_, offset) => {
  const now = () => new Date(Date.now() + offset);
  const endpoint = await serveEndpoint([createThing], { now });
  onTestFinished(() => endpoint.close());
  const client = new Client({ credentials, endpoint: endpoint.url });

  await client.call(operation, thing);
  await client.call(operation, thing);

  expect(endpoint.calls.map(({ code }) => code)).toEqual([
    "InvalidTimeStamp.Expired",
    undefined,
    undefined,
  ]);
});
