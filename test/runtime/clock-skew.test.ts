import { expect, onTestFinished, test } from "vitest";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import { Client, type Operation } from "../../src/runtime/index.ts";
import { formatTimestamp } from "../../src/runtime/time/format-timestamp.ts";
import { Clock } from "../../src/runtime/time/clock.ts";
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

test.each([
  "Wed, 01 Jan 10000 00:00:00 GMT",
  "+275760-09-13",
  "+275761-01-01",
  "Thu, 01 Jan 1969 00:00:00 GMT",
  "-271821-04-20",
  "NaN",
  "",
  "\0",
  "9".repeat(1000),
  undefined,
])("a date that no service is at sets no clock: %j", (date) => {
  const now = new Date("2026-11-22T10:00:00Z");
  const clock = new Clock(() => now);

  expect(clock.adjust(date)).toBe(false);
  expect(clock.timestamp()).toBe(formatTimestamp(now));
});

test("a clock that was set to the year 9999 still tells a time, and can be set again", () => {
  const clock = new Clock(() => new Date("2026-11-22T10:00:00Z"));

  expect(clock.adjust("Fri, 31 Dec 9999 23:59:59 GMT")).toBe(true);
  expect(clock.timestamp()).toBe("9999-12-31T23:59:59Z");
  expect(clock.adjust("Sun, 22 Nov 2026 10:00:00 GMT")).toBe(true);
  expect(clock.timestamp()).toBe("2026-11-22T10:00:00Z");
});
