/** Whether a code says that a request came too late or too early by the service's clock. */
export function isClockSkew(code: string): boolean {
  return /^InvalidTimeStamp\.(?!Format)/i.test(code);
}
