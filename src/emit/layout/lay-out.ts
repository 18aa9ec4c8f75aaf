import { layOutCode } from "./lay-out-code.ts";
import { textWidth } from "./text-width.ts";

/** Formats a file rendered from a built-in template as Prettier does. */
export function layOut(path: string, text: string): string {
  if (path.endsWith(".ts")) return layOutCode(text);
  return path.endsWith(".md") ? layOutMarkdown(text) : text;
}

/** Formats Markdown as Prettier does: aligns tables, and formats code blocks of TypeScript. */
function layOutMarkdown(text: string): string {
  return text
    .replaceAll(/^```ts\n((?:(?!```$).*\n)*)(```$)?/gm, (whole, code: string, end?: string) =>
      end === undefined ? whole : layOutFence(layOutCode(code)),
    )
    .replaceAll(/^\|.*\n\|[-| ]+\|\n(?:\|.*\n)*/gm, alignTable);
}

/** Encloses code in a fence longer than any run of backquotes in it. */
function layOutFence(code: string): string {
  const runs = code.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return `${fence}ts\n${code}${fence}`;
}

function alignTable(text: string): string {
  const [head = [], , ...rows] = text.trimEnd().split("\n").map(readCells);
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => textWidth(row[column] ?? ""))),
  );
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...rows]
    .map((row) => `| ${row.map((cell, at) => pad(cell, widths[at] ?? 0)).join(" | ")} |\n`)
    .join("");
}

/** The cells of a row. A bar inside a cell has a backslash. */
function readCells(line: string): string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

function pad(cell: string, width: number): string {
  return cell + " ".repeat(width - textWidth(cell));
}
