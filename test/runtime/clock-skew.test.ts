import { describe, expect, onTestFinished, test } from "vitest";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import { Client, type Operation } from "../../src/runtime/index.ts";
import { formatTimestamp } from "../../src/runtime/time/dates.ts";
import { Clock } from "../../src/runtime/time/clock.ts";
import { createThing } from "../endpoint/create-thing.ts";
import { changeListener, request } from "./listener.ts";
import { loadRuntime, platforms } from "./load-runtime.ts";
import { startLoopback, success } from "./loopback.ts";

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
  "Fri, 31 Dec 9999 23:59:59 GMT",
  "Tue, 01 Jan 2036 00:00:00 GMT",
  "Wed, 24 Nov 2027 10:00:01 GMT",
  "Fri, 21 Nov 2025 09:59:59 GMT",
  "Thursday, 01-Jan-70 00:00:00 GMT",
  "Sun, 22 Nov 2026 10:00:00 +0800",
  "2026-11-22T11:00:00Z",
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

test.each([
  ["Tue, 23 Nov 2027 10:00:00 GMT", "2027-11-23T10:00:00Z"],
  ["Friday, 21-Nov-25 10:00:00 GMT", "2025-11-21T10:00:00Z"],
  ["Sun Nov  1 10:00:00 2026", "2026-11-01T10:00:00Z"],
])("a date within a year sets the clock, in each of HTTP's forms: %s", (date, timestamp) => {
  const clock = new Clock(() => new Date("2026-11-22T10:00:00Z"));

  expect(clock.adjust(date)).toBe(true);
  expect(clock.timestamp()).toBe(timestamp);
});

test("dates lead a clock no further than a year from the system's, however often they come", () => {
  const clock = new Clock(() => new Date("2026-11-22T10:00:00Z"));

  expect(clock.adjust("Mon, 22 Nov 2027 10:00:00 GMT")).toBe(true);
  expect(clock.adjust("Wed, 22 Nov 2028 10:00:00 GMT")).toBe(false);
  expect(clock.timestamp()).toBe("2027-11-22T10:00:00Z");
});

describe.each(platforms)("on the platform %s", async (platform) => {
  const runtime = await loadRuntime(platform);
  const date = "Thu, 01 Jan 2026 00:00:00 GMT";
  const clock = () => new Date("2026-01-01T01:00:00Z");

  test.each([
    "InvalidTimeStamp.Expired",
    "InvalidTimestamp.Expired",
    "InvalidTimeStamp",
    "IllegalTimestamp",
    "IllegalTimestamp.Expired",
    "RequestTimeTooSkewed",
    "RequestTimeExpired",
  ])("the code %s sets the clock", async (Code) => {
    const skewed = { status: 400, body: { Code }, headers: { date } };
    const { endpoint, received } = await startLoopback(skewed, success);
    const client = new runtime.Client({ credentials, endpoint, clock });

    await client.call(changeListener, request);

    expect(received.map(({ headers }) => headers["x-acs-date"])).toEqual([
      "2026-01-01T01:00:00Z",
      "2026-01-01T00:00:00Z",
    ]);
    client.close();
  });

  test.each([
    ["InvalidTimeStamp.Format", date],
    ["IllegalTimestamp.Format", date],
    ["InvalidTimestampRange", date],
    ["InvalidParameter", date],
    ["IllegalTimestamp", "Tue, 01 Jan 2036 00:00:00 GMT"],
    ["InvalidTimeStamp.Expired", "Thu, 01 Jan 1970 00:00:00 GMT"],
  ])("the code %s, told at %s, sets no clock, and the error is told at once", async (Code, at) => {
    const refused = { status: 400, body: { Code }, headers: { date: at } };
    const { endpoint, received } = await startLoopback(refused, success);
    const client = new runtime.Client({ credentials, endpoint, clock });

    await expect(client.call(changeListener, request)).rejects.toMatchObject({ code: Code });
    await client.call(changeListener, request);

    const { "x-acs-date": sent } = received[1]?.headers ?? {};
    expect({ count: received.length, sent }).toEqual({ count: 2, sent: "2026-01-01T01:00:00Z" });
    client.close();
  });
});
