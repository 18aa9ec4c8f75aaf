import { mkdirSync, writeFileSync } from "node:fs";
import { join as path } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../../src/diagnostics/render-diagnostic.ts";
import { joinPositions, writePositions } from "../../src/spec/positions.ts";
import { loadSpecs } from "../assemble/load-specs.ts";
import { mapLines } from "../../src/spec/map-lines.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { writeOperation } from "../../src/spec/write-operation.ts";
import { fillLimits } from "../../src/text/limits.ts";
import { createSource } from "../../src/text/source.ts";
import { folderWith } from "../cli/run-docwright.ts";
import { everyShape } from "./every-shape.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { operationWith, text } from "./operation-with.ts";
import { reread } from "./reread.ts";

describe("positions that are written", () => {
  test("have a line of their own for each part of the operation, in the order of the spec", async () => {
    await expect(writePositions(everyShape)).toMatchFileSnapshot(
      "every-shape.positions.golden.json",
    );
  });

  test("change in one line where one part has moved", () => {
    const moved = mapLines(everyShape, (part, _, line) =>
      part === "request Channel" ? line && line + 1 : line,
    );
    const [before, after] = [everyShape, moved].map((one) => writePositions(one).split("\n"));

    expect(before?.filter((line, index) => line !== after?.[index])).toHaveLength(1);
  });

  test("tell parts and facts of one name apart", () => {
    const operation = operationWith({
      request: [
        text("A", {
          line: 1,
          conditions: [
            { kind: "onlyWhen", when: { member: "B", in: [1] }, line: 2 },
            { kind: "onlyWhen", when: { member: "B", in: [2] }, line: 3 },
          ],
          enum: {
            closed: false,
            values: [
              { value: "1", line: 4 },
              { value: "1", line: 5 },
            ],
          },
        }),
        text("B", { line: 6 }),
      ],
      errors: [
        { code: "No", line: 7 },
        { code: "No #2", line: 8 },
        { code: "No", line: 9 },
        { code: "No", line: 10 },
      ],
      samples: [
        { kind: "json", line: 11, text: "{}" },
        { kind: "json", line: 12, text: "{}" },
      ],
    });

    expect(reread(operation)).toEqual(operation);
  });

  test.each(["__proto__", "constructor", "toString", ...hostileTexts])(
    "keep the lines of what is called %j",
    (name) => {
      const operation = operationWith({
        request: [
          {
            name: `${name}.`,
            type: "string",
            required: false,
            line: 1,
            enum: { closed: false, values: [{ value: name, line: 2 }] },
          },
        ],
        errors: [{ code: `${name}.`, line: 3 }],
      });
      const written = writePositions(operation);

      expect(reread(operation)).toEqual(operation);
      expect(written).not.toMatch(/[\p{Bidi_C}\u2028\u2029\uFEFF]/u);
      expect(written.split("\n")).toHaveLength(8);
    },
  );
});

const shelf: Operation = operationWith({
  action: "MakeShelf",
  request: [text("Title")],
  errors: [{ code: "NotFound" }],
});
const lines = { "request Title": { line: 12 }, "error NotFound": 40 };

function join(content: string, limits = {}) {
  const diagnostics: Diagnostic[] = [];
  const source = createSource("positions/MakeShelf.json", content, fillLimits(limits));
  const joined = joinPositions(shelf, source, createReporter(source, diagnostics));
  return { joined, diagnostics, shown: diagnostics.map((one) => renderDiagnostic(one)) };
}

describe("a positions file", () => {
  test("gives an operation its lines, in the short form and in the long one", () => {
    const { joined, diagnostics } = join(JSON.stringify({ lines }));

    expect(diagnostics).toEqual([]);
    expect(joined.request[0]).toMatchObject({ line: 12 });
    expect(joined.errors[0]).toMatchObject({ line: 40 });
  });

  test.each([
    ["is empty", ""],
    ["is no JSON", "lines: {}"],
    ["ends too early", '{ "lines": { "request Title": 12'],
    ["is a list", "[]"],
    ["is nothing", "null"],
    ["has no lines", "{}"],
    ["has lines that are a list", '{ "lines": [12] }'],
    ["is 500,000 lists in each other", "[".repeat(500_000) + "]".repeat(500_000)],
    [
      "has 100,000 maps in each other for a line",
      `{ "lines": { "request Title": ${'{"line":'.repeat(100_000)}1${"}".repeat(100_000)} } }`,
    ],
    ["has a part that the spec has not", { lines: { ...lines, "request Colour": 13 } }],
    ["lacks a part of the spec", { lines: { "request Title": 12 } }],
    ["has a fact that the spec has not", { lines: { ...lines, "request Title": { length: 1 } } }],
    ["has __proto__ for a part", '{ "lines": { "__proto__": { "line": 1 } } }'],
    ["has __proto__ for a fact", '{ "lines": { "request Title": { "__proto__": 1 } } }'],
    ["has a million lines", { lines: manyLines(1_000_000) }],
    ["has a line before the first", { lines: { ...lines, "request Title": -12 } }],
    ["has line 0", { lines: { ...lines, "request Title": 0 } }],
    ["has half a line", { lines: { ...lines, "request Title": 12.5 } }],
    ["has a line that no number can be", '{ "lines": { "request Title": 1e999 } }'],
    ["has a line beyond what counts exactly", { lines: { ...lines, "request Title": 2 ** 60 } }],
    ["has a text for a line", { lines: { ...lines, "request Title": "12" } }],
    ["has a list for a line", { lines: { ...lines, "request Title": [12] } }],
    ["has nothing for a line", { lines: { ...lines, "request Title": null } }],
  ])("that %s is one warning, and the lines are unknown", (_, content) => {
    const { joined, diagnostics, shown } = join(
      typeof content === "string" ? content : JSON.stringify(content),
    );

    expect(joined).toEqual(shelf);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning spec/unusable-positions",
    ]);
    expect(shown.join("")).toContain('Run "docwright build"');
    expect({}).not.toHaveProperty("line");
  });

  test("that is larger than a spec may be is not read", () => {
    const content = JSON.stringify({ lines }).padEnd(401);
    const folder = productWith({ "positions/MakeShelf.json": content });

    return expect(load(folder, { specBytes: 400 })).resolves.toMatchObject({
      lines: [undefined, undefined],
      findings: ["spec/unusable-positions MakeShelf.json"],
    });
  });
});

describe("a product whose positions", () => {
  test("lie beside its specs has their lines", async () => {
    const folder = productWith({ "positions/MakeShelf.json": JSON.stringify({ lines }) });

    expect(await load(folder)).toEqual({ ok: true, lines: [12, 40], findings: [] });
  });

  test("are missing is as good without", async () => {
    expect(await load(productWith({}))).toEqual({
      ok: true,
      lines: [undefined, undefined],
      findings: [],
    });
  });

  test("cannot be read is as good without, and says so", async () => {
    const folder = productWith({});
    mkdirSync(path(folder, "positions/MakeShelf.json"), { recursive: true });

    expect(await load(folder)).toEqual({
      ok: true,
      lines: [undefined, undefined],
      findings: ["spec/unusable-positions MakeShelf.json"],
    });
  });

  test("stand in the YAML, as version 0.1.0 wrote them, are those of the YAML", async () => {
    const old = { ...shelf, request: [text("Title", { line: 3 })] };
    const folder = productWith({ "operations/MakeShelf.yaml": stringify(old) });

    expect(await load(folder)).toEqual({ ok: true, lines: [3, undefined], findings: [] });

    mkdirSync(path(folder, "positions"));
    writeFileSync(path(folder, "positions/MakeShelf.json"), JSON.stringify({ lines }));
    expect(await load(folder)).toEqual({ ok: true, lines: [12, 40], findings: [] });
  });

  test("an overlay corrects keep the lines of what it leaves alone", async () => {
    const overlay = {
      actions: [
        {
          target: { operation: "MakeShelf", request: "Title" },
          because: "of a test",
          update: { example: "Novels" },
        },
      ],
    };
    const folder = productWith({
      "positions/MakeShelf.json": JSON.stringify({ lines }),
      "overlays/MakeShelf.yaml": stringify(overlay),
    });

    expect(await load(folder)).toEqual({ ok: true, lines: [12, 40], findings: [] });
  });

  test.each([["with positions"], ["without positions"]])(
    "an overlay that says what the page says changes nothing, %s",
    async (how) => {
      const values = [{ value: "Novels" }];
      const told = operationWith({
        action: "MakeShelf",
        request: [text("Title", { enum: { closed: true, values } })],
      });
      const update = { enum: { closed: true, values } };
      const target = { operation: "MakeShelf", request: "Title" };
      const folder = productWith({
        "operations/MakeShelf.yaml": writeOperation(told),
        "overlays/MakeShelf.yaml": stringify({ actions: [{ target, because: "a test", update }] }),
        ...(how === "without positions"
          ? {}
          : {
              "positions/MakeShelf.json": JSON.stringify({
                lines: { "request Title": { line: 12, "enum Novels": 13 } },
              }),
            }),
      });

      expect((await load(folder)).findings).toEqual(["overlay/no-change MakeShelf.yaml"]);
    },
  );
});

function manyLines(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, -1]));
}

function productWith(files: Readonly<Record<string, string>>): string {
  return folderWith({
    "product.yaml": "product: Shop\nversion: '2024-05-06'\nendpoint: shop.example.com\n",
    "operations/MakeShelf.yaml": writeOperation(shelf),
    ...files,
  });
}

async function load(folder: string, limits = {}) {
  const { product, operations, diagnostics } = await loadSpecs(folder, fillLimits(limits));
  const [operation] = operations;
  return {
    ok: product !== undefined,
    lines: [operation?.request[0]?.line, operation?.errors[0]?.line],
    findings: diagnostics.map(({ code, source }) => `${code} ${source.path.split("/").at(-1)}`),
  };
}
