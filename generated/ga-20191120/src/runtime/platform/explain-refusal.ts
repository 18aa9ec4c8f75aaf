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
