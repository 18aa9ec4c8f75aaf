import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { describe, expect, test } from "vitest";
import { readPlainYaml } from "../../src/spec/read-plain-yaml.ts";
import { writeOperation } from "../../src/spec/write-operation.ts";
import { everyShape } from "./every-shape.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { operationWith, text } from "./operation-with.ts";

const options = { schema: "core", merge: false, uniqueKeys: true, prettyErrors: false } as const;

/** What the YAML library reads; nothing where a file has anything wrong. */
function parse(text: string): unknown {
  const document = parseDocument(text, { ...options, logLevel: "error" });
  if (document.errors.length + document.warnings.length > 0) return undefined;
  return document.toJS({ maxAliasCount: 0 });
}

test("a spec as it is written is read without the YAML library", () => {
  const written = writeOperation(everyShape);

  expect(readPlainYaml(written, 700)).toEqual(parse(written));
});

test("hostile texts are read as they are, or left to the YAML library", () => {
  for (const hostile of hostileTexts) {
    const facts = { description: hostile, example: hostile, enum: valuesOf(hostile) };
    const written = writeOperation(
      operationWith({ summary: hostile, request: [text("Name", facts)] }),
    );
    const plain = readPlainYaml(written, 700);

    expect(plain ?? parse(written), JSON.stringify(hostile)).toEqual(parse(written));
  }
});

describe("nothing is read of", () => {
  test.each([
    ["an alias", "a: &x 1\nb: *x\n"],
    ["a tag", "a: !!str 1\n"],
    ["a second document", "a: b\n---\na: c\n"],
    ["a directive", "%YAML 1.1\n---\na: b\n"],
    ["a key that is there twice", "a: b\na: c\n"],
    ["a text of several lines", "a: b\n  c\n"],
    ["a comment behind a value", "a: b # c\n"],
    ["no value", "a:\nb: c\n"],
    ["a folded block", "a: >\n  b\n"],
    ["a list in the column of its key", "a:\n- b\n"],
    ["another number", "a: 0x10\n"],
    ["a null", "a: ~\n"],
    ["a key between quotes", '"a": b\n'],
    ["a bracket that is not closed", "a: [ b, c\n"],
    ["what stands too far in", "a: b\n  c: d\n"],
    ["what stands in no column", "a:\n    b: c\n  d: e\n"],
    ["a text without a line end", "a: b"],
    ["something deeper than may be", "a:\n  b:\n    c: d\n"],
  ])("%s", (_, yaml) => {
    expect(readPlainYaml(yaml, 2)).toBeUndefined();
  });
});

test("whatever is read of a mangled spec, the YAML library reads the same", () => {
  const seed = Date.now();
  let state = seed;
  const below = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % most;
  };
  const golden = readFileSync(new URL("every-shape.golden.yaml", import.meta.url), "utf8");
  const parts = golden.split(/(?=\n {2}- name)/);
  const bits =
    "  \n # ' \" | { } [ ] , * & ~ - ? % \t 0 : - : # |- |+ |2 > \\n 1.0 null true --- ... a: <<:".split(
      " ",
    );
  bits.push("\n\n", "  ", "- ", ": ", " #", "---\n", "...\n", "  - ", "a: b\n", "<<: ");
  let read = 0;
  for (let round = 0; round < 3000; round += 1) {
    let mangled = `request:${parts[1 + below(parts.length - 1)] ?? ""}\n`;
    for (let change = below(3); change >= 0; change -= 1) {
      const at = below(mangled.length);
      const end = at + (below(3) === 0 ? below(30) : below(2));
      mangled = mangled.slice(0, at) + (bits[below(bits.length)] ?? "") + mangled.slice(end);
    }
    const plain = readPlainYaml(mangled, 700);
    if (plain === undefined) continue;
    read += 1;

    expect(plain, JSON.stringify({ seed, mangled })).toEqual(parse(mangled));
  }

  expect(read).toBeGreaterThan(0);
});

function valuesOf(value: string) {
  return { closed: true, values: [{ value, meaning: value, line: 1 }] };
}
