import { parseDocument } from "../../src/markdown/parse-document.ts";
import type { Page } from "../../src/page/page.ts";
import { readPage } from "../../src/page/read-page.ts";
import { locate, createSource } from "../../src/text/source.ts";

/** Reads a page, and says what was found in it and where: `line:column code`. */
export function pageOf(text: string): { page: Page; findings: string[] } {
  const findings: string[] = [];
  const source = createSource("page.md", text);
  const report = (code: string, { start }: { start: number }) => {
    const { line, column } = locate(source, start);
    findings.push(`${line}:${column} ${code}`);
  };
  return { page: readPage(parseDocument(source, report), report), findings };
}
