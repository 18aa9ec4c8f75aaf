import { vouch, type Code } from "./code.ts";
import { escapedText } from "./escaped-text.ts";

/** A text in JSON, and wherever else it is shown between double quotes. */
export function jsonText(text: string): Code {
  return vouch(`"${escapedText(text)}"`);
}
