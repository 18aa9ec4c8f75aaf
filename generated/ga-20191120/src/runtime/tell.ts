/** Tells a listener of the caller's, if there is one, whose own mistakes must not end the call. */
export function tell<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
  try {
    listener?.(event);
  } catch {
    // What to do about it is the listener's to know.
  }
}
