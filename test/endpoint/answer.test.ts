import { expect, test } from "vitest";
import { answerSuccess } from "../../src/endpoint/answer.ts";
import type { Sample } from "../../src/spec/operation.ts";
import { createThing } from "./create-thing.ts";

const JSON_TYPE = "application/json;charset=utf-8";
const XML_TYPE = "text/xml;charset=utf-8";

function withSamples(...samples: Omit<Sample, "line">[]) {
  return { ...createThing, samples: samples.map((sample) => ({ ...sample, line: 1 })) };
}

test("the page's samples are sent as they stand", () => {
  expect(answerSuccess(createThing, "json", "R")).toEqual({
    status: 200,
    contentType: JSON_TYPE,
    body: '{ "ThingId": "t-1",  "RequestId": "R-1" }\n',
  });
  expect(answerSuccess(createThing, "xml", "R")).toMatchObject({
    contentType: XML_TYPE,
    body: "<CreateThingResponse>\n  <ThingId>t-1</ThingId>\n</CreateThingResponse>\n",
  });
});

test("JSON is written as XML where the page has none", () => {
  const operation = withSamples({
    kind: "json",
    text: '{"Things":{"Thing":[{"Id":"a<b"},{"Id":2}]},"Done":true,"Note":null}',
  });

  expect(answerSuccess(operation, "xml", "R")).toMatchObject({
    contentType: XML_TYPE,
    body: "<CreateThingResponse><Things><Thing><Id>a&lt;b</Id></Thing><Thing><Id>2</Id></Thing></Things><Done>true</Done><Note></Note></CreateThingResponse>",
  });
});

test("JSON whose keys no XML element can have is sent as JSON", () => {
  const operation = withSamples({ kind: "json", text: '{"a b":1}' });

  expect(answerSuccess(operation, "xml", "R")).toMatchObject({
    contentType: JSON_TYPE,
    body: '{"a b":1}',
  });
});

test("XML is sent as XML where the page has no JSON", () => {
  const operation = withSamples({ kind: "xml", text: "<A/>" });

  expect(answerSuccess(operation, "json", "R")).toMatchObject({
    contentType: XML_TYPE,
    body: "<A/>",
  });
});

test("a JSON sample that is not JSON is passed over", () => {
  const operation = withSamples(
    { kind: "json", text: '{"A": 1, …}' },
    { kind: "json", text: '{"A": 2}' },
  );

  expect(answerSuccess(operation, "json", "R").body).toBe('{"A": 2}');
});

test("without samples there is the request id", () => {
  const operation = withSamples();

  expect(answerSuccess(operation, "json", "R").body).toBe('{"RequestId":"R"}');
  expect(answerSuccess(operation, "xml", "R").body).toBe(
    "<CreateThingResponse><RequestId>R</RequestId></CreateThingResponse>",
  );
});
