import { expect, test } from "vitest";
import { hostLiteral } from "../../../src/emit/emitters/host-literal.ts";
import { evaluate } from "./evaluate.ts";
import { payloads } from "../payloads.ts";

const plain = /^[A-Za-z0-9]+$/;

test.each(["ga.cn-hangzhou.aliyuncs.com", "127.0.0.1:8080", "localhost", "a.example:65535"])(
  "%s comes back",
  (text) => {
    expect(evaluate(hostLiteral(text))).toBe(text);
  },
);

test.each([
  ["a scheme", "http://a.example"],
  ["credentials", "user:secret@a.example"],
  ["a path", "a.example/b"],
  ["a query", "a.example?b"],
  ["a fragment", "a.example#b"],
  ["a port that there is not", "a.example:65536"],
  ["a backslash", "a.example\\@b.example"],
  ["a line end behind it", "a.example\n"],
  ["nothing", ""],
])("a host with %s is refused", (_, text) => {
  expect(() => hostLiteral(text)).toThrow("not a host");
});

test.each(payloads.filter((text) => !plain.test(text)).map((text) => [text]))(
  "%j is no host",
  (text) => {
    expect(() => hostLiteral(text)).toThrow("not a host");
  },
);
