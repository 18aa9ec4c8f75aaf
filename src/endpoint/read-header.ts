import type { RawCall } from "./call.ts";

/** One header's value, by lower-case name, without surrounding space; empty when it did not come. */
export function readHeader(call: RawCall, name: string): string {
  const value = call.headers[name];
  return (Array.isArray(value) ? value.join(",") : (value ?? "")).trim();
}
