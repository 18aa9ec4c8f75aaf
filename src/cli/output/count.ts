/** "1 spec", "1,078 specs". */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** 1078 as "1,078". */
export function grouped(number: number): string {
  return number.toLocaleString("en");
}
