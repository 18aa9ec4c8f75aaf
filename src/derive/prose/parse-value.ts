import type { ScalarType, ScalarValue } from "../../spec/operation.ts";

/** Reads a value as its type wants it; nothing when the text is no such value. */
export function parseValue(text: string, type: ScalarType): ScalarValue | undefined {
  switch (type) {
    case "boolean": {
      const word = text.toLowerCase();
      return word === "true" ? true : word === "false" ? false : undefined;
    }
    case "integer":
    case "long":
      return /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    case "float":
    case "double":
    case "number":
      return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
    case "string":
    case "any":
      return isRemark(text) ? undefined : text;
  }
}

/** Whether a text is no value but several of them, a range, a masked one, or one with a note. */
function isRemark(text: string): boolean {
  const note = text.split(/[\n\r\u2028\u2029]/).some((line) => {
    const start = line.indexOf("(");
    return start !== -1 && /\p{Script=Han}/u.test(line.slice(start));
  });
  return note || /[、，。；：（）|~～]|\*\*|,\s|^[[(]\d|\d to \d/u.test(text);
}
