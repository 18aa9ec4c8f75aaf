import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readYaml } from "../../src/spec/read-yaml.ts";
import { fillLimits, type Limits } from "../../src/text/limits.ts";
import { createSource } from "../../src/text/source.ts";
import { findingsIn } from "./findings-in.ts";

const anything = z.record(z.string(), z.unknown());

function findings(text: string, limits: Partial<Limits> = {}) {
  return findingsIn(text, (source, report) =>
    readYaml({ ...source, limits: fillLimits(limits) }, anything, report),
  ).map(([code, place]) => [code, place]);
}

describe("what cannot be read is reported where it stands", () => {
  test.each([
    ["a quote that does not end", 'a: 1\nb: "open\n', "3:1"],
    ["a quote at the end", "'", "1:2"],
    ["a bracket that does not end", "a: [1\n", "2:1"],
    ["a tab as indentation", "a:\n\tb: 1\n", "2:1"],
    ["a key that is there twice", "a: 1\nb: 2\na: 3\n", "3:1"],
    ["a second document", "a: 1\n---\nb: 1\n", "2:1"],
    ["a tag of its own", "a: !evil x\n", "1:4"],
    ["an alias for what it stands in", "a: &x [*x]\n", "1:8"],
  ])("%s", (_, text, place) => {
    expect(findings(text)).toEqual([["yaml/syntax", place]]);
  });
});

test("an alias for nothing has no value", () => {
  expect(findings("a: *x\n")).toContainEqual(["yaml/syntax", "1:4"]);
});

test("an alias is refused unless some are allowed", () => {
  const text = "a: &x 1\nb: *x\n";

  expect(findings(text)).toEqual([["limit/yaml-aliases", "2:4"]]);
  expect(read(text, { yamlAliases: 1 }).value).toEqual({ a: 1, b: 1 });
});

test("a merge key merges nothing, however many aliases are allowed", () => {
  const { value } = read("a: &x { b: 1 }\nc: { <<: *x }\n", { yamlAliases: 9 });

  expect(value).toEqual({ a: { b: 1 }, c: { "<<": { b: 1 } } });
});

test.each([
  ["a list", "? [a]\n: b\n", "1:3"],
  ["a map", "{ { a: b }: c }\n", "1:3"],
  ["a key without end, which took minutes", "? ".repeat(300), "1:3"],
])("a key is no collection: %s", (_, text, place) => {
  expect(findings(text)[0]).toEqual(["yaml/syntax", place]);
});

test("80,000 keys of one map, which took minutes, are read", () => {
  const text = Array.from({ length: 80_000 }, (_, index) => `key${index}: 1\n`).join("");

  expect(findings(text)).toEqual([]);
});

test.each([
  ["[", "[".repeat(100_000)],
  ["{", "{".repeat(100_000)],
  ["- ", "- ".repeat(100_000)],
  ["? ", "? ".repeat(100_000)],
  ["maps", Array.from({ length: 3000 }, (_, index) => `${" ".repeat(index)}a:`).join("\n")],
])("%s deeper than readers can follow", (_, text) => {
  expect(findings(text).map(([code]) => code)).toEqual(["limit/yaml-nesting"]);
});

test.each([
  ["flow", `a: ${"[".repeat(699)}${"]".repeat(699)}`],
  ["block", Array.from({ length: 700 }, (_, index) => `${" ".repeat(index)}a:`).join("\n")],
])("%s as deep as may be is read", (_, text) => {
  expect(findings(text)).toEqual([]);
});

test("aliases that would grow to a billion items are counted with all that they stand for", () => {
  const row = (name: string, of: string) => `${name}: &${name} [${`${of}, `.repeat(10)}]`;
  const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const text = names.map((name, at) => row(name, at === 0 ? "lol" : `*${names[at - 1] ?? ""}`));

  expect(findings(text.join("\n"), { yamlAliases: 9 })).toEqual([["limit/yaml-aliases", "2:44"]]);
  // Ten of the second name, each with ten of the first.
  expect(findings(text.join("\n"), { yamlAliases: 110 })).toEqual([["limit/yaml-aliases", "3:44"]]);
});

test("a merge key is a key like any other", () => {
  const { value } = read("<<: { a: 1 }\n");

  expect(Object.keys(value)).toEqual(["<<"]);
});

test("a file that calls itself YAML 1.1 is read as YAML 1.2", () => {
  const { value } = read("%YAML 1.1\n---\na: yes\nb: 2019-11-20\nc: 0777\nd: 1_000\n");

  expect(value).toEqual({ a: "yes", b: "2019-11-20", c: 777, d: "1_000" });
});

test("the value __proto__ stands under is nobody's prototype", () => {
  const text = "a: 1\n__proto__: { polluted: true }\n";

  expect("polluted" in read(text).value).toBe(false);
});

test.each(["", "# nothing but a comment\n", "just a text\n", "- a\n- list\n"])(
  "%j is no map",
  (text) => {
    expect(findings(text)).toHaveLength(1);
    expect(findings(text)[0]?.[0]).toBe("spec/invalid");
  },
);

test("lines end as they like, and a byte order mark is no part of the text", () => {
  expect(read("\uFEFFa: 1\r\nb: 2\r\n").value).toEqual({ a: 1, b: 2 });
});

describe("the place of a value", () => {
  const text = "a:\n  - b: 1\n    c: two\n";

  test.each([
    ["of a value", ["a", 0, "c"], "two"],
    ["of what is around it, where there is none", ["a", 0, "d", "e"], "b: 1\n    c: two\n"],
    ["of the file", [], "a:\n  - b: 1\n    c: two\n"],
  ])("%s", (_, path, expected) => {
    const { start, end } = read(text).spanOf(path);

    expect(text.slice(start, end)).toBe(expected);
  });
});

function read(text: string, limits: Partial<Limits> = {}) {
  const source = createSource("file.yaml", text, fillLimits(limits));
  const located = readYaml(source, anything, (code, _, facts) => {
    throw new Error(`${code} ${JSON.stringify(facts)}`);
  });
  if (located === undefined) throw new Error("nothing was read");
  return located;
}
