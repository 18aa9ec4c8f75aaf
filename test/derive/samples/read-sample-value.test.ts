import { describe, expect, test } from "vitest";
import { mendBraces, readSampleValue } from "../../../src/derive/samples/read-sample-value.ts";
import type { SampleBlock } from "../../../src/page/page.ts";

describe("a JSON sample", () => {
  test("is read as it is", () => {
    expect(read("json", '{"A": [1]}')).toEqual({ value: { A: [1] }, mended: false });
  });

  test.each([
    ["comments", '{"A": [1], // one\n/* two */ "B": 2}'],
    ["commas at the end", '{"A": [1,], "B": 2,}'],
    ["dots for what is left out", '{"A": [1, ...], "B": 2}'],
    ["single quotes", "{'A': [1], 'B': 2}"],
    ["names without quotes", "{A: [1], B: 2}"],
    ["a comma missing", '{"A": [1]\n"B": 2}'],
    ["a brace missing at the end", '{"A": [1], "B": 2'],
    ["no braces around it", '"A": [1], "B": 2'],
  ])("with %s is mended", (_, text) => {
    expect(read("json", text)).toEqual({ value: { A: [1], B: 2 }, mended: true });
  });

  test("without the braces of its objects is mended", () => {
    expect(read("json", '"A": ["B": 1, "B": 2]')?.value).toEqual({ A: [{ B: 1 }, { B: 2 }] });
  });

  test("that is broken and very long is left alone", () => {
    expect(read("json", `{"A": "${"x".repeat(300_000)}",}`)).toBeUndefined();
  });
});

describe("JSON that has lost braces", () => {
  test.each([
    ["one object in a list", '{"A": ["B": 1]}', '{"A": [{"B": 1}]}'],
    [
      "an object for each time that a name comes again",
      '{"A": ["B": 1, "C": 2, "B": 3]}',
      '{"A": [{"B": 1, "C": 2, }, {"B": 3}]}',
    ],
    [
      "objects in lists in lists",
      '["A": ["B": 1, "B": 2], "A": []]',
      '[{"A": [{"B": 1, }, {"B": 2}], }, {"A": []}]',
    ],
  ])("%s gets its braces back", (_, text, mended) => {
    expect(mendBraces(text)).toBe(mended);
  });

  test.each([
    ["whole JSON", '{"A": [{"B": 1}, {"B": 2}], "C": {"B": 3}}'],
    ["a list of values", '["A", "B", "A"]'],
    ["names in values", '{"A": ["\\"B\\": 1", "B: 2"]}'],
    ["an object that repeats a name", '{"A": 1, "A": 2}'],
    ["a text that is no JSON", "no: [braces"],
  ])("%s stays as it is", (_, text) => {
    expect(mendBraces(text)).toBe(text);
  });
});

describe("an XML sample", () => {
  test("is read as texts", () => {
    const text = "<Answer><A>01</A><B><C>true</C></B></Answer>";

    expect(read("xml", text)).toEqual({
      value: { Answer: { A: "01", B: { C: "true" } } },
      mended: false,
    });
  });

  test("may have a head, remarks and empty elements", () => {
    const text =
      '<?xml version="1.0"?><DescribeGaugeResponse><!-- <A> --><B/></DescribeGaugeResponse>';

    expect(read("xml", text)).toEqual({ value: { B: "" }, mended: false });
  });

  test.each([
    ["does not close", "<A><B>1</B>"],
    ["closes another one", "<A><B>1</C></A>"],
  ])("of which an element %s may be a part of an answer", (_, text) => {
    expect(read("xml", text)?.mended).toBe(true);
  });

  test("knows no entities of its own", () => {
    const text = '<!DOCTYPE a [<!ENTITY b "c">]><A><B>&b;</B></A>';

    expect(read("xml", text)?.value).not.toMatchObject({ A: { B: "c" } });
  });
});

describe("an answer is taken out", () => {
  test.each([
    ["of the operation's name", { DescribeGaugeResponse: { Depth: 1 } }],
    ["of another answer's name", { OtherResponse: { Depth: 1 } }],
    ["of two names", { OtherResponse: { DescribeGaugeResponse: { Depth: 1 } } }],
  ])("%s", (_, value) => {
    expect(read("json", JSON.stringify(value))?.value).toEqual({ Depth: 1 });
  });

  test("of what has the call's ID inside, whatever stands beside it", () => {
    const value = { code: 200, body: { RequestId: "0A1B", Depth: 1 } };

    expect(read("json", JSON.stringify(value))?.value).toEqual({ RequestId: "0A1B", Depth: 1 });
  });

  test.each([
    ["the call's ID", { RequestId: "0A1B", DescribeGaugeResponse: { Depth: 1 } }],
    ["no name of an answer", { Gauge: { Depth: 1 } }],
    ["a name of an answer beside others", { OtherResponse: { Depth: 1 }, Total: 1 }],
  ])("but not where it has %s itself", (_, value) => {
    expect(read("json", JSON.stringify(value))?.value).toEqual(value);
  });
});

test("a call is no answer", () => {
  expect(read("request", "https://tides.example.com/?Action=DescribeGauge")).toBeUndefined();
});

function read(kind: SampleBlock["kind"], text: string) {
  const body = { text, span: { start: 0, end: text.length } };
  return readSampleValue({ kind, body }, "DescribeGauge");
}
