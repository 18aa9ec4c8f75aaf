/** Formats a date as `YYYY-MM-DDThh:mm:ssZ` in UTC, without fractions. */
export function formatTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * Parses an HTTP date in any of its three forms: `Sun, 06 Nov 1994 08:49:37 GMT`,
 * `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. `NaN` if it is invalid.
 */
export function parseHttpDate(text = ""): number {
  const isDate = /^[A-Z][a-z]{2,8},? [\w -]{6,11} \d\d:\d\d:\d\d (?:GMT|\d{4})$/.test(text);
  return isDate ? Date.parse(text.replace(/\d{4}$/, "$& GMT")) : NaN;
}
