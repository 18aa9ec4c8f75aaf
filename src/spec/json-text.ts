/** A text as a JSON string, which is a YAML scalar between double quotes, too. */
export function jsonText(text: string): string {
  const escape = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  // JSON leaves these as they are; they end a line for some readers, or hide what a text says.
  return JSON.stringify(text).replaceAll(
    /[\u007F-\u009F\p{Bidi_C}\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu,
    escape,
  );
}
