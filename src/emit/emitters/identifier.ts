import { vouch, type Code } from "./code.ts";

/** Prints a TypeScript identifier. The model chooses names, so an invalid one is a bug and throws. */
export function identifier(name: string): Code {
  if (!/^[A-Za-z_$][\w$]*$/.test(name))
    throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return vouch(name);
}
