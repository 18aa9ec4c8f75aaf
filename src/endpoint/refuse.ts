import type { Refusal } from "./call.ts";

/** Longest part of a caller's own text that is repeated in a message, in UTF-16 code units. */
const QUOTED = 200;

/** A refusal as the gateway words it. Status 400 unless said otherwise, and where no answer ends with it. */
export function refuse(code: string, message: string, status = 400): Refusal {
  return { status: status < 200 ? 400 : status, code, message };
}

/** A parameter that every call, or this operation, has to have. */
export function refuseMissing(name: string): Refusal {
  const code = /^[A-Za-z][A-Za-z0-9]*$/.test(name)
    ? `Missing${name.charAt(0).toUpperCase()}${name.slice(1)}`
    : "MissingParameter";
  return refuse(code, `${clip(name)} is mandatory for this action.`);
}

/** A parameter that is unknown or not well formed. `what` ends the sentence about it. */
export function refuseInvalid(name: string, what: string): Refusal {
  return refuse("InvalidParameter", `The specified parameter ${clip(name)} is not valid: ${what}.`);
}

function clip(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
