/** What an ACS3 signature is over. */
export interface Acs3Input {
  readonly method: string;
  /** As `encodeParameters` writes it. */
  readonly query: string;
  /** All headers to be sent; those that need no signature are left aside. */
  readonly headers: Readonly<Record<string, string>>;
  /** The SHA-256 of the body, in lower-case hexadecimal. */
  readonly bodyHash: string;
}

/** The text that is hashed and signed, and the names of the headers in it. */
export interface Acs3Canonical {
  readonly request: string;
  readonly signedHeaders: string;
}

/** Writes a request to the path `/` in the one form client and service agree on. */
export function canonicalizeAcs3({ method, query, headers, bodyHash }: Acs3Input): Acs3Canonical {
  const signed = Object.entries(headers)
    .map(([name, value]) => ({ name: name.toLowerCase(), value: value.trim() }))
    .filter(({ name }) => /^(?:host|content-type|x-acs-.*)$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = signed.map(({ name, value }) => `${name}:${value}\n`).join("");
  const signedHeaders = signed.map(({ name }) => name).join(";");
  const parts = [method, "/", query, lines, signedHeaders, bodyHash];
  return { request: parts.join("\n"), signedHeaders };
}
