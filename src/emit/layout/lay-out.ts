import { layOutCode } from "./lay-out-code.ts";
import { layOutMarkdown } from "./lay-out-markdown.ts";

/** A file as Prettier lays it out, if it was rendered from a template of ours. */
export function layOut(path: string, text: string): string {
  if (path.endsWith(".ts")) return layOutCode(text);
  return path.endsWith(".md") ? layOutMarkdown(text) : text;
}
