import type { Change } from "./change.ts";

/** The name of what a change is about: `request Items[].Name`. */
export function subjectOf({ side, path }: Change): string {
  if (side === undefined || path === undefined) return "";
  return side === "error" ? `error ${path}` : `${side} ${path}`;
}
