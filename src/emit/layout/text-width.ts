import { eastAsianWidth } from "get-east-asian-width";
import { docPrinter } from "./doc-printer.ts";

/** Width of a text in columns, as Prettier counts it. */
export function textWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  if (emoji.test(text)) return measure(text);
  let width = 0;
  for (const character of text) {
    if (!nothing.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}

const ascii = /^[ -~]*$/;
const nothing = /[\p{Mn}\p{Me}\p{Cc}]/u;
const emoji = /[^\P{Emoji}0-9#*]|[\u20E3\uFE0F]/u;

/**
 * Measures a text with emoji. Only Prettier's printer knows their width: a group breaks where it is too
 * wide.
 */
function measure(text: string): number {
  const { builders, printer } = docPrinter();
  const doc = builders.group([builders.ifBreak("\0"), text]);
  let [least, most] = [0, 2 * text.length];
  while (least < most) {
    const printWidth = (least + most) >> 1;
    const { formatted } = printer.printDocToString(doc, { printWidth, tabWidth: 2 });
    if (formatted.startsWith("\0")) least = printWidth + 1;
    else most = printWidth;
  }
  return least;
}
