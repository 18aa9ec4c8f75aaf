import { percentEncode } from "./percent-encode.ts";

/** Writes parameters as both signatures want them: sorted by name, names and values encoded. */
export function encodeParameters(parameters: Readonly<Record<string, string>>): string {
  let encoded = "";
  for (const name of Object.keys(parameters).sort()) {
    const separator = encoded && "&";
    encoded += `${separator}${percentEncode(name)}=${percentEncode(parameters[name] ?? "")}`;
  }
  return encoded;
}
