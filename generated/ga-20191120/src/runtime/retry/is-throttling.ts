/** Whether a code says that the request was turned away for being one too many. */
export function isThrottling(code: string): boolean {
  return /^Throttling(?:\.|$)/.test(code);
}
