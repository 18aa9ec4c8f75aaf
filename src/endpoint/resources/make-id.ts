import type { Json } from "./json.ts";

/** Digits of the number in an id, where the sample's id has that many letters to give away. */
const DIGITS = 6;

/**
 * The id with a number, in the shape of the page's: what the page has blackened (`lsr-bp1****`) gives way
 * to the number, or else the end of the id does.
 */
export function makeId(sample: Json, count: number): Json {
  const text = typeof sample === "string" ? sample : "";
  if (typeof sample === "number" || typeof sample === "bigint") return count;
  const stars = /\*+/.exec(text);
  if (stars !== null) {
    const number = String(count).padStart(stars[0].length, "0");
    return text.slice(0, stars.index) + number + text.slice(stars.index + stars[0].length);
  }
  const end = /(?<![A-Za-z\d])[A-Za-z\d]*$/.exec(text)?.[0] ?? "";
  const number = String(count).padStart(Math.min(DIGITS, end.length), "0");
  return text.slice(0, text.length - Math.min(number.length, end.length)) + number;
}
