import type { Limit } from "./limits.ts";

/** The flag that sets a limit: `--max-page-bytes` for `pageBytes`. */
export function limitFlag(limit: Limit): string {
  return `--max-${limit.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
