import { expect, test } from "vitest";
import { camelCase, kebabCase, pascalCase, splitWords } from "../../src/words/case.ts";

test.each([
  ["PortConflict.Listener", "PortConflictListener"],
  ["cn-hangzhou", "CnHangzhou"],
  ["a_b", "AB"],
  ["5.6", "_5_6"],
  ["1__2", "_1_2"],
  ["v1.2-beta.3", "V1_2Beta3"],
  ["ABc", "ABc"],
  ["", ""],
  ["中文", ""],
])("%j in Pascal case is %j", (text, expected) => {
  expect(pascalCase(text)).toBe(expected);
});

test.each([
  ["CreateListener", "createListener"],
  ["DNSQuery", "dnsQuery"],
  ["ECS", "ecs"],
  ["A1", "a1"],
])("%s in camel case is %s", (text, expected) => {
  expect(camelCase(text)).toBe(expected);
});

test.each([
  ["CreateListener", "create-listener"],
  ["DNSQuery", "dns-query"],
  ["List_Things", "list-things"],
  ["V2Sign", "v-2-sign"],
])("%s in kebab case is %s", (text, expected) => {
  expect(kebabCase(text)).toBe(expected);
});

test.each([
  ["DBInstanceIds", ["db", "instance", "ids"]],
  ["VSwitch", ["v", "switch"]],
  ["Ipv6Address", ["ipv6", "address"]],
  ["DB2Name", ["db2", "name"]],
  ["page_size", ["page", "size"]],
  ["", []],
])("the words of %j are %j", (name, words) => {
  expect(splitWords(name)).toEqual(words);
});
