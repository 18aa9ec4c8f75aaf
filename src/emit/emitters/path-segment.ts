import { deviceName } from "../../spec/identity.ts";
import { vouch, type Code } from "./code.ts";

/** A file's name in the output and in import paths. The model chooses it. */
export function pathSegment(name: string): Code {
  if (!/^[a-z0-9][a-z0-9-]{0,199}$/.test(name) || deviceName.test(name)) {
    throw new Error(`not a file name: ${JSON.stringify(name)}`);
  }
  return vouch(name);
}
