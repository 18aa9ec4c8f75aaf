import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readYaml } from "../../src/spec/read-yaml.ts";
import { createSource } from "../../src/text/source.ts";
import { findingsIn } from "./findings-in.ts";

const anything = z.record(z.string(), z.unknown());

function findings(text: string) {
  return findingsIn(text, (source, report) => readYaml(source, anything, report)).map(
    ([code, place]) => [code, place],
  );
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
    ["an alias", "a: &x 1\nb: *x\n", "2:4"],
    ["an alias for nothing", "a: *x\n", "1:4"],
    ["an alias for what it stands in", "a: &x [*x]\n", "1:8"],
  ])("%s", (_, text, place) => {
    expect(findings(text)).toEqual([["yaml/syntax", place]]);
  });
});

test("aliases that would grow to a billion items are only counted", () => {
  const row = (name: string, of: string) => `${name}: &${name} [${`${of}, `.repeat(10)}]`;
  const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const text = names.map((name, at) => row(name, at === 0 ? "lol" : `*${names[at - 1] ?? ""}`));

  expect(findings(text.join("\n"))).toHaveLength(80);
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

test("ten thousand brackets are an answer, not a crash", () => {
  expect(findings(`a: ${"[".repeat(10_000)}`).map(([code]) => code)).toContain("yaml/syntax");
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

function read(text: string) {
  const source = createSource("file.yaml", text);
  const located = readYaml(source, anything, (code, _, facts) => {
    throw new Error(`${code} ${JSON.stringify(facts)}`);
  });
  if (located === undefined) throw new Error("nothing was read");
  return located;
}
