import { afterEach, beforeEach, expect, test } from "vitest";
import { serveEndpoint, type Endpoint } from "../../src/endpoint/serve-endpoint.ts";
import { createThing, leastParameters } from "./create-thing.ts";
import { signCall } from "./sign-call.ts";

let endpoint: Endpoint;
beforeEach(async () => {
  endpoint = await serveEndpoint([createThing]);
});
afterEach(() => endpoint.close());

async function create(parameters: Record<string, string>): Promise<string | undefined> {
  await fetch(`${endpoint.url}/?${signCall({ ...leastParameters, ...parameters })}`);
  return endpoint.calls.at(-1)?.code;
}

test("an effect is kept with what led to it and what it gave", async () => {
  await create({ Token: "t" });

  expect(endpoint.created).toEqual([
    {
      action: "CreateThing",
      version: "2024-05-06",
      idempotencyToken: "t",
      parameters: { ...leastParameters, Token: "t" },
      answer: createThing.samples[1]?.text,
    },
  ]);
});

test("calls without a token each have their effect", async () => {
  await create({});
  await create({ Token: "" });

  expect(endpoint.created).toHaveLength(2);
});

test("a token that comes with other parameters is refused", async () => {
  await create({ Token: "t" });

  expect(await create({ Token: "t", Size: "small" })).toBe("IdempotentParameterMismatch");
  expect(endpoint.created).toHaveLength(1);
});

test("a call that failed used up no token", async () => {
  endpoint.fail("CreateThing", "StateError.Thing");

  expect(await create({ Token: "t" })).toBe("StateError.Thing");
  expect(await create({ Token: "t", Size: "small" })).toBeUndefined();
  expect(endpoint.created).toHaveLength(1);
});
