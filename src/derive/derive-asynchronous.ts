import { readText } from "../markdown/read-prose.ts";
import type { Page } from "../page/page.ts";
import type { Asynchronous } from "../spec/operation.ts";
import { locate } from "../text/source.ts";
import { isReadOnly } from "./is-read-only.ts";

const says =
  /异步(?:接口|操作|请求|任务|方式|执行|处理|的)|(?:is|as) an? async(?:hronous)? (?:operation|API|call|request|task)|(?:operation|API|call|request) is async(?:hronous)?\b/i;

/**
 * Whether a page says, outside its tables, that its operation answers before its work is done, and which
 * operation it names there to ask how far that is.
 */
export function deriveAsynchronous(
  { source, notes }: Page,
  action: string,
): Asynchronous | undefined {
  const at = notes.findIndex((note) => says.test(readText(note)));
  const note = notes[at];
  // What only reads tells of other operations' work.
  if (note === undefined || isReadOnly(action)) return undefined;
  const told = [note, notes[at + 1]].flatMap((piece) =>
    piece === undefined ? [] : (readText(piece).match(/[A-Z][A-Za-z]{3,}/g) ?? []),
  );
  const state = told.find((word) => isReadOnly(word) && word !== action);
  // A list is one note: what counts is the item that says it.
  const offset = Math.max(0, note.text.search(/异步|async/i));
  const { line } = locate(source, note.span.start + offset);
  return { ...(state === undefined ? {} : { state }), line };
}
