import type { ServiceError } from "./service-error.ts";

const rawCodes = new WeakMap<ServiceError, string>();

/** Keeps the code of an error as the service sent it, where `error.code` is not to show it. */
export function keepRawCode(error: ServiceError, code: string): void {
  rawCodes.set(error, code);
}

/** The code of an error as the service sent it, to be asked, not to be shown. */
export function rawCode(error: ServiceError): string {
  return rawCodes.get(error) ?? error.code;
}
