/** Formats a count with its noun: "1 spec", "2 specs". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
