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
