import { vouch, type Code } from "./code.ts";
import { escapedText } from "./escaped-text.ts";

/** Prints a JSON string, also for other contexts with double quotes. */
export function jsonText(text: string): Code {
  return vouch(`"${escapedText(text)}"`);
}
