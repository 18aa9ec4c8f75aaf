import type { Outcome, Parameters } from "./call.ts";
import { refuse, refuseInvalid } from "./refuse.ts";

/** The most parameters that a query or a form may have. */
const MOST = 50_000;

/**
 * Reads `a=1&b=2` into names and values. A `+` is a space, as it is to the service. A name that
 * comes twice is refused, because a signature does not say which of the two was meant.
 */
export function readForm(text: string): Outcome<Parameters> {
  const parameters = new Map<string, string>();
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("&", start);
    const piece = text.slice(start, found === -1 ? text.length : found);
    start += piece.length + 1;
    if (piece === "") continue;
    const equals = piece.indexOf("=");
    const name = decode(equals === -1 ? piece : piece.slice(0, equals));
    const value = decode(equals === -1 ? "" : piece.slice(equals + 1));
    if (name === undefined || value === undefined) {
      return {
        refusal: refuse(
          "InvalidParameter",
          `The request is not well formed: the percent-encoding of ${JSON.stringify(piece.slice(0, 80))} cannot be decoded.`,
        ),
      };
    }
    if (parameters.has(name)) return { refusal: refuseInvalid(name, "it is given twice") };
    if (parameters.size === MOST) {
      return {
        refusal: refuse("InvalidParameter", `The request has more than ${MOST} parameters.`),
      };
    }
    parameters.set(name, value);
  }
  return { value: parameters };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
