/** Writes parameters as both signatures want them: sorted by name, names and values encoded. */
export function encodeParameters(parameters: Readonly<Record<string, string>>): string {
  let encoded = "";
  for (const name of Object.keys(parameters).sort()) {
    const separator = encoded && "&";
    encoded += `${separator}${percentEncode(name)}=${percentEncode(parameters[name] ?? "")}`;
  }
  return encoded;
}

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
