import type { Change, Level } from "./change.ts";

const levels = ["none", "patch", "minor", "major"] as const;

/** What a version number has to tell of some changes: the gravest of them. */
export function verdictOf(changes: readonly Change[]): Level {
  return levels[Math.max(0, ...changes.map(({ level }) => levels.indexOf(level)))] ?? "none";
}
