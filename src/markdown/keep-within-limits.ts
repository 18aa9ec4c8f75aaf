import type { Report } from "../diagnostics/diagnostic.ts";
import type { Limits } from "../text/limits.ts";
import type { Block, Fence, Piece, Row, Table } from "./document.ts";
import { readLeaves } from "./read-leaves.ts";

/** Truncates a block to the limits. Each excess is reported at its place. */
export function keepWithinLimits(block: Block, limits: Limits, report: Report): Block {
  switch (block.kind) {
    case "table":
      return keepTable(block, limits, report);
    case "fence":
      return keepFence(block, limits, report);
    case "heading":
      return { ...block, title: keepPiece(block.title, limits, report) };
    case "paragraph":
      return { ...block, body: keepPiece(block.body, limits, report) };
  }
}

function keepTable(table: Table, limits: Limits, report: Report): Table {
  const { header, rows } = table;
  const over = rows[limits.tableRows];
  if (over !== undefined) {
    report("limit/table-rows", over.span, { found: rows.length, allowed: limits.tableRows });
  }
  const extra = header.cells[limits.columns];
  if (extra !== undefined) {
    const found = header.cells.length;
    report("limit/columns", extra.span, { found, allowed: limits.columns });
  }
  const keepRow = (row: Row): Row => {
    const cells = row.cells.slice(0, limits.columns);
    return { ...row, cells: cells.map((cell) => keepPiece(cell, limits, report)) };
  };
  return {
    ...table,
    header: keepRow(header),
    rows: rows.slice(0, limits.tableRows).map(keepRow),
  };
}

/** Truncates a cell or the text of a paragraph; both have the same limit. */
function keepPiece(piece: Piece, limits: Limits, report: Report): Piece {
  const { text, span } = piece;
  if (text.length > limits.cellCharacters) {
    const { cellCharacters: allowed } = limits;
    report("limit/cell-characters", span, { found: text.length, allowed });
    const start = { start: span.start, end: span.start + allowed };
    return keepPiece({ text: text.slice(0, allowed), span: start }, limits, report);
  }
  const found = depthOf(text, limits.nesting);
  if (found <= limits.nesting) return piece;
  report("limit/nesting", span, { found, allowed: limits.nesting });
  return { text: "", span: { start: span.start, end: span.start } };
}

/** Returns the nesting depth of lists and quotes; 0 where it cannot exceed `enough`. */
function depthOf(text: string, enough: number): number {
  if (text.length <= enough || !marksBefore(text, enough)) return 0;
  return readLeaves(text).reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
}

/** Returns true if a line begins with more than `many` characters that could open or indent a level. */
function marksBefore(text: string, many: number): boolean {
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\n" || character === "\r") marks = 0;
    else if (marks >= 0) marks = "-+*> \t.)0123456789".includes(character) ? marks + 1 : -1;
    if (marks > many) return true;
  }
  return false;
}

function keepFence(fence: Fence, limits: Limits, report: Report): Fence {
  const { text, span } = fence.body;
  if (text.length <= limits.sampleCharacters) return fence;
  const { sampleCharacters: allowed } = limits;
  report("limit/sample-characters", fence.span, { found: text.length, allowed });
  return { ...fence, body: { text: "", span: { start: span.start, end: span.start } } };
}
