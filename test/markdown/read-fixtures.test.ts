import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createReporter } from "../../src/diagnostics/create-reporter.ts";
import type { Block, Piece, Row } from "../../src/markdown/document.ts";
import { parseDocument } from "../../src/markdown/parse-document.ts";
import { locate, createSource, type Source } from "../../src/text/source.ts";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));
const names = readdirSync(fixtures)
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.slice(0, -".md".length));

test.each(names)("%s", async (name) => {
  const golden = `${fixtures}${name}.golden.json`;
  const page = readFileSync(`${fixtures}${name}.md`, "utf8");
  await expect(`${JSON.stringify(read(page), null, 2)}\n`).toMatchFileSnapshot(golden);
});

/** The blocks of a page as a golden file shows them: each piece behind its line and column. */
function read(text: string): object {
  const source = createSource("page.md", text);
  const diagnostics: Diagnostic[] = [];
  const { blocks } = parseDocument(source, createReporter(source, diagnostics));
  const findings = diagnostics.map(({ code, span }) => `${at(source, span.start)} ${code}`);
  return {
    blocks: blocks.map((block) => show(source, block)),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

function show(source: Source, block: Block): object {
  const piece = ({ text, span }: Piece) => `${at(source, span.start)} ${text}`;
  const cells = (row: Row) => row.cells.map(piece);
  switch (block.kind) {
    case "heading":
      return { heading: block.level, title: piece(block.title) };
    case "paragraph":
      return { paragraph: piece(block.body) };
    case "fence":
      return { fence: block.info, body: piece(block.body) };
    case "table":
      return { header: cells(block.header), rows: block.rows.map(cells) };
  }
}

function at(source: Source, offset: number): string {
  const { line, column } = locate(source, offset);
  return `${line}:${column}`;
}
