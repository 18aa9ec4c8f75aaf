import { AsyncLocalStorage } from "node:async_hooks";
import { type Context, context, ROOT_CONTEXT, SpanStatusCode, trace } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Client, SignatureAlgorithm } from "../../src/runtime/index.ts";
import { secretCredentials as credentials } from "./expect-no-secrets.ts";
import { answer, hear, reset, startMisbehaving, success } from "./faults/misbehaving-server.ts";
import { skipWaits } from "./faults/meet.ts";
import { changeListener, createListener, request } from "./listener.ts";
import { checkExample, readExample, runExample } from "./readme-example.ts";

const code = readExample("Telemetry");
const exporter = new InMemorySpanExporter();
const storage = new AsyncLocalStorage<Context>();

beforeAll(() => {
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  context.setGlobalContextManager({
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (inner, work, self, ...values) =>
      storage.run(inner, () => work.call(self as never, ...values)),
    bind: (_, target) => target,
    enable: () => context as never,
    disable: () => context as never,
  });
});

afterAll(() => {
  trace.disable();
  context.disable();
});

beforeEach(() => {
  exporter.reset();
  skipWaits();
});

function tracedClient(endpoint: string, signature?: SignatureAlgorithm): Client {
  const chosen = signature === undefined ? {} : { signature };
  return runExample(code, { credentials, endpoint, ...chosen });
}

/** What somebody sees of the spans, in the order they ended. */
function seen(): Pick<ReadableSpan, "name" | "attributes" | "status">[] {
  return exporter
    .getFinishedSpans()
    .map(({ name, attributes, status }) => ({ name, attributes, status }));
}

const attributes = {
  "rpc.service": "Ga",
  "rpc.method": "CreateListener",
  "server.address": "127.0.0.1",
  "http.request.resend_count": 0,
};
const fine = { code: SpanStatusCode.UNSET };

test("the README's example compiles", () => {
  expect(checkExample(code)).toEqual([]);
});

test("a call that succeeds is a span", async () => {
  const { endpoint } = await startMisbehaving(answer(200, "{}", { "x-acs-request-id": "REQ-1" }));
  await tracedClient(endpoint).call(createListener, request);

  expect(seen()).toEqual([
    {
      name: "CreateListener",
      attributes: {
        ...attributes,
        "http.response.status_code": 200,
        "aliyun.request_id": "REQ-1",
      },
      status: fine,
    },
  ]);
});

test("each attempt is a span, and so is each wait, as long as it lasts", async () => {
  const throttled = answer(400, '{"Code":"Throttling"}', { "x-acs-retry-after": "2" });
  const { endpoint } = await startMisbehaving(throttled, success);
  await tracedClient(endpoint).call(createListener, request);

  expect(seen()).toEqual([
    {
      name: "CreateListener",
      attributes: { ...attributes, "http.response.status_code": 400 },
      status: {
        code: SpanStatusCode.ERROR,
        message: "Throttling: no reason told (21 characters) (HTTP 400)",
      },
    },
    { name: "wait to repeat CreateListener", attributes: {}, status: fine },
    {
      name: "CreateListener",
      attributes: {
        ...attributes,
        "http.request.resend_count": 1,
        "http.response.status_code": 200,
      },
      status: fine,
    },
  ]);
  expect(exporter.getFinishedSpans()[1]?.duration).toEqual([0, 2_000_000]);
});

test("a call that fails without an answer is a span with its error", async () => {
  const { endpoint } = await startMisbehaving([hear, reset]);
  await tracedClient(endpoint)
    .call(changeListener, request)
    .catch(() => undefined);

  const [span, ...others] = exporter.getFinishedSpans();
  expect(others).toEqual([]);
  expect(span).toMatchObject({
    attributes: { ...attributes, "rpc.method": "ChangeListener" },
    status: { code: SpanStatusCode.ERROR },
    events: [{ name: "exception", attributes: { "exception.type": "TransportError" } }],
  });
});

test("spans belong to the span of whoever calls", async () => {
  const { endpoint } = await startMisbehaving(answer(503, "{}"), success);
  const client = tracedClient(endpoint);
  await trace.getTracer("caller").startActiveSpan("caller", async (span) => {
    await client.call(createListener, request);
    span.end();
  });

  const spans = exporter.getFinishedSpans();
  const caller = spans.find(({ name }) => name === "caller")?.spanContext().spanId;
  const parents = spans
    .filter(({ name }) => name !== "caller")
    .map((s) => s.parentSpanContext?.spanId);
  expect(parents).toEqual([caller, caller, caller]);
});

describe.each(["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const)("signed with %s", (signature) => {
  test("no span holds a key, a token or a signature", async () => {
    const echo = JSON.stringify({ Code: "Throttling", Message: Object.values(credentials).join() });
    const server = await startMisbehaving(answer(400, echo), [hear, reset], success);
    await tracedClient(server.endpoint, signature).call(createListener, request);

    const told = JSON.stringify(
      exporter.getFinishedSpans().map(({ name, attributes, status, events, resource }) => ({
        name,
        attributes,
        status,
        events,
        resource: resource.attributes,
      })),
    );
    const signatures = server.heard.map((text) =>
      decodeURIComponent(/Signature=([^&\s]+)/.exec(text)?.[1] ?? "none"),
    );
    expect(signatures).toHaveLength(3);
    for (const secret of [...Object.values(credentials), ...signatures]) {
      expect(told).not.toContain(secret);
      expect(told).not.toContain(encodeURIComponent(secret));
    }
  });
});
