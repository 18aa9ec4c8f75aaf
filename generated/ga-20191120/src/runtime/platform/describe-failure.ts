/** What Node says of a failure. Where every address of a name refuses, it has a code but no message. */
export function describeFailure(error: Error): string {
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return error.message || code;
}
