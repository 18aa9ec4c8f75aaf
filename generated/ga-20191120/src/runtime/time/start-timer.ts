/**
 * Calls back after so many milliseconds. Beyond what 32 bits count, some 25 days, it never does,
 * where `setTimeout` would at once.
 */
export function startTimer(
  milliseconds: number,
  callback: () => void,
): ReturnType<typeof setTimeout> | undefined {
  return milliseconds < 2 ** 31 ? setTimeout(callback, milliseconds) : undefined;
}
