/** What an ACS3 signature is over. */
export interface Acs3Input {
  readonly method: string;
  /** As `encodeParameters` writes it. */
  readonly query: string;
  /** The headers to be signed: names in lower case and sorted, values without space around them. */
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
  let lines = "";
  for (const name of Object.keys(headers)) lines += `${name}:${headers[name]}\n`;
  const signedHeaders = Object.keys(headers).join(";");
  const request = `${method}\n/\n${query}\n${lines}\n${signedHeaders}\n${bodyHash}`;
  return { request, signedHeaders };
}
