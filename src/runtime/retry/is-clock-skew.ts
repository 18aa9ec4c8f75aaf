/**
 * Whether a code says that a request came too late or too early by the service's clock: gateways have
 * `InvalidTimeStamp.Expired` and `IllegalTimestamp`, storage and log services the others.
 */
export function isClockSkew(code: string): boolean {
  return /^(?:(?:Invalid|Illegal)TimeStamp(?!\.Format)|RequestTime(?:TooSkewed|Expired))(?:\.|$)/i.test(
    code,
  );
}
