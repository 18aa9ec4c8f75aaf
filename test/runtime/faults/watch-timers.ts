import { onTestFinished, vi } from "vitest";

/** Watches the timers that are set from here to the end of the test. They run as ever. */
export function watchTimers(): { readonly running: ReadonlySet<unknown> } {
  const { setTimeout, clearTimeout } = globalThis;
  const running = new Set<unknown>();
  const set = (callback: (...values: unknown[]) => void, delay?: number, ...values: unknown[]) => {
    const timer = setTimeout(() => {
      running.delete(timer);
      callback(...values);
    }, delay);
    running.add(timer);
    return timer;
  };
  const clear = (timer?: NodeJS.Timeout) => {
    running.delete(timer);
    clearTimeout(timer);
  };
  vi.stubGlobal("setTimeout", set);
  vi.stubGlobal("clearTimeout", clear);
  onTestFinished(() => void vi.unstubAllGlobals());
  return { running };
}
