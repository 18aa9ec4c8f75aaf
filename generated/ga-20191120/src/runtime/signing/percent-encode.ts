/**
 * Encodes text as RFC 3986 does: all but letters, digits and `-_.~`.
 *
 * @throws URIError on a lone surrogate, which no request is let through with
 */
export function percentEncode(text: string): string {
  if (!/[^\w.~-]/.test(text)) return text;
  const encoded = encodeURIComponent(text);
  return /[!'()*]/.test(encoded) ? encoded.replace(/[!'()*]/g, percentByte) : encoded;
}

function percentByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
