/**
 * Joins the messages of an error and its causes, because `fetch` states the reason only in a cause.
 * An error for several addresses has a code but no message.
 */
export function describeFailure(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error);
  const { message, name, cause } = error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const own = message || (code ?? name);
  const told = code === undefined || own.includes(code) ? own : `${own} (${code})`;
  return cause === undefined || depth > 3 ? told : `${told}: ${describeFailure(cause, depth + 1)}`;
}

/** The meaning of a proxy's refusal. */
export interface ProxyRefusal {
  /** True if a retry would be refused too. */
  readonly permanent: boolean;
  /** Advice to append to a message; empty if none. */
  readonly advice: string;
}

/** Explains the status of a proxy's refusal. */
export function explainRefusal(status: number): ProxyRefusal {
  return {
    permanent: status >= 400 && status < 500 && status !== 408 && status !== 429,
    advice: status === 407 ? " (it asks for credentials: give them with its URL)" : "",
  };
}
