import { host } from "../../spec/identity.ts";
import type { Code } from "./code.ts";
import { stringLiteral } from "./string-literal.ts";

/**
 * Prints the host part of a URL as a string literal.
 *
 * Specs are validated, so anything but a single host is a bug and throws.
 */
export function hostLiteral(text: string): Code {
  if (!host.test(text)) throw new Error(`not a host: ${JSON.stringify(text)}`);
  return stringLiteral(text);
}
