import { expect, test } from "vitest";
import { parseJson } from "../../../src/endpoint/wire/json.ts";
import { writeJson } from "../../../src/endpoint/wire/json.ts";
import { writeXml } from "../../../src/endpoint/wire/write-xml.ts";

test.each([
  '{"Id":12345678901234567890,"Name":"12345678901234567890"}',
  '[-9007199254740993,1.5,1e30,true,null,"\\"1"]',
])("%s comes back as it is", (text) => {
  expect(writeJson(parseJson(text) ?? null).replace("1e+30", "1e30")).toBe(text);
});

test("long integers are XML, too", () => {
  expect(writeXml("A", parseJson("[12345678901234567890]"))).toBe("<A>12345678901234567890</A>");
});

test("what is no JSON is nothing", () => {
  expect(parseJson('{"A": 1, …}')).toBeUndefined();
});
