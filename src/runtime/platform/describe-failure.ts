/**
 * What a platform says of a failure, with what it says of its causes: `fetch` tells only there why it failed.
 * Where every address of a name refuses, there is a code but no message.
 */
export function describeFailure(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error);
  const { message, name, cause } = error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const own = message || (code ?? name);
  const told = code === undefined || own.includes(code) ? own : `${own} (${code})`;
  return cause === undefined || depth > 3 ? told : `${told}: ${describeFailure(cause, depth + 1)}`;
}

/** What a refusal of a proxy means for whoever calls. */
export interface ProxyRefusal {
  /** Whether another attempt would be refused as well. */
  readonly permanent: boolean;
  /** What to do, to go on behind a message; empty where there is nothing to say. */
  readonly advice: string;
}

/** Explains the status with which a proxy refused to pass a request on. */
export function explainRefusal(status: number): ProxyRefusal {
  return {
    permanent: status >= 400 && status < 500 && status !== 408 && status !== 429,
    advice: status === 407 ? " (it asks for credentials: give them with its URL)" : "",
  };
}
