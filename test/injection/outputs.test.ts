import { fromMarkdown } from "mdast-util-from-markdown";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Change } from "../../src/diff/change.ts";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import { printMarkdown } from "../../src/diff/print-markdown.ts";
import { describeProduct } from "../../src/openapi/describe-product.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { folderWith, runDocwright } from "../cli/run-docwright.ts";
import { canary } from "../emit/payloads.ts";
import { pagePositions, pageWith } from "./page-positions.ts";
import { texts } from "./texts.ts";

/** What a terminal would obey: anything but letters, tabs and line ends. */
const commanding = /[^\P{Cc}\n\t]|\p{Bidi_C}|\p{Cs}/u;

/** Sequences with which a terminal is told to change its title, its colours, or what was printed. */
const sequences = [
  "\u001B]0;CANARY\u0007",
  "\u001B[2J",
  "\u009B2J",
  "\r\u001B[1ACANARY",
  "\u202ECANARY",
];

test("no command shows a terminal what it would obey", { timeout: 180_000 }, async () => {
  const pages = sequences.flatMap((text, at) =>
    pagePositions.flatMap(({ where }) => [
      [`docs/${where}${at}.md`, pageWith({ action: "", [where]: text })],
      [
        `docs/x${where}${at}.md`,
        pageWith({ actionCell: "", [where]: `a${encodeURIComponent(text)}` }),
      ],
    ]),
  );
  const strange = sequences.map((text, at) => [`docs/${text}${at}.md`, "# none"] as const);
  const files = Object.fromEntries([...pages, ...strange]) as Record<string, string>;
  const folder = folderWith(files);
  const [docs, specs, out] = ["docs", "specs", "generated"].map((name) => join(folder, name));

  for (const words of [
    ["inspect", docs],
    ["lint", docs],
    ["extract", docs, "--out", specs],
    ["generate", specs, "--out", out],
    ["check", "--specs", specs, "--out", out],
    ["explain", "MakeShelf.Title", "--specs", specs, "--out", out],
    ["explain", "\u001B[2J.\u202E", "--specs", specs, "--out", out],
  ] as string[][]) {
    const { status, out: said, err } = await runDocwright(...words);

    expect(status, words.join(" ")).not.toBe(2);
    expect(said + err, words.join(" ")).not.toBe("");
    expect(commanding.exec(said)?.input.slice(0, 200), words.join(" ")).toBeUndefined();
    expect(commanding.exec(err)?.input.slice(0, 200), words.join(" ")).toBeUndefined();
  }
});

test("a changelog has a line for each change, and nothing that a text made of it", () => {
  for (const text of texts) {
    const change: Change = {
      level: "major",
      kind: "default-changed",
      product: "Shop",
      operation: "CreateOrder",
      side: "request",
      path: text,
      before: text,
      after: `a ${text}`,
      breaks: ["callers"],
      why: "they cannot tell",
    } as unknown as Change;
    const tree = fromMarkdown(printMarkdown([change, change]));

    expect(
      tree.children.map(({ type }) => type),
      text,
    ).toEqual(["heading", "list"]);
    const items = tree.children.flatMap((node) => (node.type === "list" ? node.children : []));
    expect(items.map(({ children }) => children.map(({ type }) => type))).toEqual([
      ["paragraph"],
      ["paragraph"],
    ]);
    expect(JSON.stringify(tree)).not.toMatch(
      /"type":"(?:html|link|image|definition|emphasis|strong)"/,
    );
  }
});

/** A text in each place of an operation. */
function operationWith(text: string): Operation {
  const member = { name: text || "a", type: "string", required: true, example: text } as const;
  return {
    product: "Shop",
    version: "2024-05-06",
    action: "CreateOrder",
    page: text,
    summary: text,
    request: [{ ...member, description: text, default: { value: text } }],
    response: [member, { name: "OrderId", type: "string", required: true, example: text }],
    errors: [{ code: text || "a", status: 400, message: text, meaning: text }],
    samples: [],
  };
}

test("an OpenAPI document holds each text as it is, whatever its name", () => {
  const product = { product: "Shop", version: "2024-05-06" };
  for (const text of texts) {
    const document = describeProduct(product, [operationWith(text)]);
    const read = JSON.parse(JSON.stringify(document)) as {
      components: { schemas: Record<string, { properties: object; required: string[] }> };
    };
    const { CreateOrderRequest: request } = read.components.schemas;

    expect(Object.keys(request?.properties ?? {})).toEqual([text || "a"]);
    expect(request?.required).toEqual([text || "a"]);
    expect(Object.values(request?.properties ?? {})).toEqual([
      { type: "string", default: text, description: text, examples: [text] },
    ]);
    expect(Object.keys(read.components.schemas)).toEqual([
      "Error",
      "CreateOrderRequest",
      "CreateOrderResponse",
    ]);
  }
});

test("SARIF names files by addresses that lead nowhere else, and holds messages as they are", async () => {
  const names = texts.filter((text) => text !== "" && !/[\0/]/.test(text) && text.length < 200);
  const files = names.map((name) => [
    `${name}.md`,
    pageWith({ type: "Integer", example: "Novels" }),
  ]);
  const folder = folderWith(Object.fromEntries(files) as Record<string, string>);
  const { out } = await runDocwright("lint", folder, "--sarif");
  const log = JSON.parse(out) as {
    runs: {
      results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[];
    }[];
  };
  const uris = log.runs.flatMap(({ results }) =>
    results.flatMap(({ locations }) =>
      locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri),
    ),
  );

  expect(uris.length).toBeGreaterThan(0);
  for (const uri of uris) expect(uri).toMatch(/^(?:[\w.!~*'()-]|%[0-9A-F]{2}|\/)+$/);
});

test("the endpoint answers with texts of a page as texts, in JSON and in XML", async () => {
  for (const text of texts.slice(0, 40)) {
    const endpoint = await serveEndpoint([operationWith(text)]);
    try {
      for (const format of ["JSON", "XML"]) {
        const query = new URLSearchParams({ Action: "CreateOrder", Format: format, [text]: text });
        const answer = await fetch(`${endpoint.url}/?${query.toString()}`);
        const body = await answer.text();
        const type = answer.headers.get("content-type") ?? "";

        expect(type).toMatch(/^(?:application\/json|text\/xml|application\/xml)/);
        if (type.includes("json")) expect(() => JSON.parse(body) as unknown).not.toThrow();
        else expect(body).not.toMatch(/<script|<img|<!--|<!DOCTYPE|<!\[/);
      }
    } finally {
      await endpoint.close();
    }
  }
});

test("a completion script knows no page", async () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const folder = folderWith({ "specs/a/pages/page.md": pageWith({ action: canary }) });
    const before = process.cwd();
    process.chdir(folder);
    try {
      const { out } = await runDocwright("completion", shell);

      expect(out).not.toContain(canary);
      expect(out).not.toMatch(/[^\P{Cc}\n\t]/u);
    } finally {
      process.chdir(before);
    }
  }
});
