/** Encodes parameters for both signatures: sorted by name, names and values percent-encoded. */
export function encodeParameters(parameters: Readonly<Record<string, string>>): string {
  let encoded = "";
  for (const name of Object.keys(parameters).sort()) {
    const separator = encoded && "&";
    encoded += `${separator}${percentEncode(name)}=${percentEncode(parameters[name] ?? "")}`;
  }
  return encoded;
}

/**
 * Percent-encodes text by RFC 3986: all but letters, digits and `-_.~`.
 *
 * @throws URIError on a lone surrogate; validation rejects those earlier
 */
export function percentEncode(text: string): string {
  if (!/[^\w.~-]/.test(text)) return text;
  const encoded = encodeURIComponent(text);
  return /[!'()*]/.test(encoded) ? encoded.replace(/[!'()*]/g, percentByte) : encoded;
}

function percentByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
