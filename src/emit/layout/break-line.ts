import { breakOutside } from "./break-outside.ts";
import { docPrinter } from "./doc-printer.ts";
import { bodyMark, lineDoc } from "./line-doc.ts";
import { pageWidth } from "./page-width.ts";
import { readLine } from "./read-line.ts";

/** A line in several. */
export interface BrokenLine {
  readonly text: string;
  /** Blanks before what the line opens, where it opens something that is assigned. */
  readonly inside?: number;
}

/** Breaks a line of code that is too long where Prettier would; nothing where it would not. */
export function breakLine(line: string): BrokenLine | undefined {
  const bare = line.trimStart();
  const blanks = line.length - bare.length;
  const simple = breakOutside(bare, line.slice(0, blanks));
  if (simple !== undefined) return { text: simple };
  const read = readLine(bare);
  if (read === undefined) return undefined;
  const { builders, printer } = docPrinter();
  const doc = [" ".repeat(blanks), builders.align(blanks, lineDoc(read))];
  const { formatted } = printer.printDocToString(doc, { printWidth: pageWidth, tabWidth: 2 });
  if (!formatted.endsWith(bodyMark)) return { text: formatted };
  const end = formatted.lastIndexOf("\n");
  return { text: formatted.slice(0, end), inside: formatted.length - end - 2 };
}
