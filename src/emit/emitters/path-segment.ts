import { deviceName } from "../../spec/identity.ts";
import { vouch, type Code } from "./code.ts";

/** Prints a file name for the output and import paths. The model chooses it, so an invalid one throws. */
export function pathSegment(name: string): Code {
  if (!/^[a-z0-9][a-z0-9-]{0,199}$/.test(name) || deviceName.test(name)) {
    throw new Error(`not a file name: ${JSON.stringify(name)}`);
  }
  return vouch(name);
}
