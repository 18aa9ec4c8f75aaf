import { host } from "../../spec/identity.ts";
import type { Code } from "./code.ts";
import { stringLiteral } from "./string-literal.ts";

/**
 * The host part of a URL, as a text in TypeScript. Specs hold nothing else there, so what is no host, or
 * more than one, is our own mistake.
 */
export function hostLiteral(text: string): Code {
  if (!host.test(text)) throw new Error(`not a host: ${JSON.stringify(text)}`);
  return stringLiteral(text);
}
