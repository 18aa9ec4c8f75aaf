import { vouch, type Code } from "./code.ts";

/** A TypeScript name. The model chooses names, so one that is not a name is our own mistake. */
export function identifier(name: string): Code {
  if (!/^[A-Za-z_$][\w$]*$/.test(name))
    throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return vouch(name);
}
