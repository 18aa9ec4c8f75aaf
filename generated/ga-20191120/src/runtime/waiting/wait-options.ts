import type { AbortSignalLike } from "../transports/abort-signal.ts";

/** How to wait for a state. */
export interface WaitOptions<State extends string, Response> {
  /**
   * The state, one of some states, or what tells by an answer whether it is there. Default: any state that
   * something stays in, by the page. A state that nothing good comes of ends the wait unless it is asked for.
   */
  readonly until?: State | readonly State[] | ((response: Response) => boolean);
  /** Milliseconds for all of it. Default: 300,000, five minutes. */
  readonly timeout?: number;
  /**
   * Milliseconds between an answer and the next question: at first `min`, each time half as long again, up to
   * `max`, and a fifth more or less by chance. Default: 1,000 to 30,000.
   */
  readonly delay?: { readonly min?: number; readonly max?: number };
  /** Ends the wait, whatever it is doing: it then fails with a TransportError. */
  readonly signal?: AbortSignalLike;
}
