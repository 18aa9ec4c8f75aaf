/** Characters that one unit of a limit pays for. */
export const UNIT = 1024;

/** How often an entry counts towards a limit: once for every 1,024 characters begun. */
export function weigh(characters: number): number {
  return Math.max(1, Math.ceil(characters / UNIT));
}
