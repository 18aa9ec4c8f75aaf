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

async function codeOfNextCall(parameters: Record<string, string> = {}) {
  await fetch(`${endpoint.url}/?${signCall({ ...leastParameters, ...parameters })}`);
  return endpoint.calls.at(-1)?.code;
}

test("an error that was asked for comes as often as asked", async () => {
  endpoint.fail("CreateThing", "QuotaExceeded.Thing", 2);
  endpoint.fail("CreateThing", "Throttling.User");

  expect(await codeOfNextCall()).toBe("QuotaExceeded.Thing");
  expect(await codeOfNextCall()).toBe("QuotaExceeded.Thing");
  expect(await codeOfNextCall()).toBe("Throttling.User");
  expect(await codeOfNextCall()).toBeUndefined();
});

test("an error of which the page gives neither status nor message has 400 and its meaning", async () => {
  endpoint.fail("CreateThing", "StateError.Thing");
  const response = await fetch(`${endpoint.url}/?${signCall(leastParameters)}`);

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ Message: "The thing is busy." });
});

test("a malformed call does not use up the error that was asked for", async () => {
  endpoint.fail("CreateThing", "QuotaExceeded.Thing");

  expect(await codeOfNextCall({ Kind: "udp" })).toBe("InvalidParameter");
  expect(await codeOfNextCall()).toBe("QuotaExceeded.Thing");
});

test.each([
  ["CreateThin", "QuotaExceeded.Thing", 1, "There is no action CreateThin. There is CreateThing."],
  [
    "CreateThing",
    "QuotaExceeded",
    1,
    "CreateThing has no error QuotaExceeded. There is QuotaExceeded.Thing, StateError.Thing, Throttling,",
  ],
  ["CreateThing", "Throttling", 0, "0 is not a number of times."],
  ["CreateThing", "Throttling", 1.5, "1.5 is not a number of times."],
])("asking %s for %s %d times says what there is", (action, code, times, message) => {
  expect(() => {
    endpoint.fail(action, code, times);
  }).toThrow(message);
});

test("errors can be asked for over HTTP", async () => {
  const url = `${endpoint.url}/endpoint/fail?action=CreateThing&code=StateError.Thing&times=2`;

  expect((await fetch(url, { method: "POST" })).status).toBe(204);
  expect(await codeOfNextCall()).toBe("StateError.Thing");
  expect(await codeOfNextCall()).toBe("StateError.Thing");
  expect(await codeOfNextCall()).toBeUndefined();
});

test.each([
  ["action=CreateThing&code=No", "CreateThing has no error No."],
  ["code=No", "There is no action "],
  ["action=CreateThing&code=Throttling&times=x", "NaN is not a number of times."],
])("over HTTP, %s is refused with what there is", async (query, message) => {
  const response = await fetch(`${endpoint.url}/endpoint/fail?${query}`, { method: "POST" });

  expect(response.status).toBe(400);
  expect(await response.text()).toContain(message);
});

test("what arrived and what was created can be read over HTTP", async () => {
  await codeOfNextCall({ Token: "t" });

  const read = async (path: string): Promise<unknown> =>
    (await fetch(`${endpoint.url}/endpoint/${path}`)).json();
  expect(await read("calls")).toEqual(endpoint.calls);
  expect(await read("created")).toEqual(endpoint.created);
});

test("reading what arrived is no call of the API", async () => {
  await fetch(`${endpoint.url}/endpoint/calls`);

  expect(endpoint.calls).toEqual([]);
});

test.each([
  ["GET", "/endpoint/fail"],
  ["POST", "/endpoint/calls"],
  ["GET", "/elsewhere"],
])("there is no %s %s", async (method, path) => {
  expect((await fetch(endpoint.url + path, { method })).status).toBe(404);
});

/** Asks as a page in a browser does, whose address its headers tell. */
function askAsPage(method: string, path: string, headers: Readonly<Record<string, string>>) {
  return new Promise((resolve, reject) => {
    request(endpoint.url + path, { method, headers })
      .on("response", (response) => {
        response.resume();
        resolve(response.statusCode);
      })
      .on("error", reject)
      .end();
  });
}

test("a page in a browser that gave loopback a name of its own reads nothing", async () => {
  expect(await askAsPage("GET", "/endpoint/calls", { host: "evil.example" })).toBe(403);
});

test.each([
  "https://evil.example",
  "null",
  "http://127.0.0.1.evil.example",
  "http://localhost@evil",
])("a page of %s in a browser resets nothing", async (origin) => {
  await codeOfNextCall();

  expect(await askAsPage("POST", "/endpoint/reset", { origin })).toBe(403);
  expect(endpoint.calls).toHaveLength(1);
});

test.each(["http://localhost:5173", "http://127.0.0.1:8080", "https://localhost"])(
  "a page that %s serves may use the controls",
  async (origin) => {
    expect(await askAsPage("POST", "/endpoint/reset", { origin })).toBe(204);
  },
);
