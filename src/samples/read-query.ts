import { actionParameter } from "../spec/protocol-names.ts";

/** The parameters of a sample request of an operation, by their names; nothing where it is none. */
export function readQuery(text: string, action: string): ReadonlyMap<string, string> | undefined {
  const parameters = new Map<string, string>();
  const pattern = /(?:[?&]|\n|^)[\t ]*([A-Za-z_][\w.-]*)=([^&\r\n]*)/g;
  for (const [, written = "", rest = ""] of text.matchAll(pattern)) {
    // Some pages write the index of a list as in their tables: `Tag.N.Key`.
    const name = written.replaceAll(/\.[nNmM](?=\.|$)/g, ".1");
    parameters.set(name, decode(rest.replace(/HTTP\/\d[^]*$/, "").trimEnd()));
  }
  return parameters.get(actionParameter)?.trim() === action ? parameters : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
