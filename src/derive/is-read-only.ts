/**
 * Whether an operation only reads, by the verb its name begins with: the service's own naming has these
 * four for what changes nothing. Of `Check`, `Download` or `Search` the same is often, but not always true.
 */
export function isReadOnly(action: string): boolean {
  return /^(?:Describe|Get|List|Query)(?![a-z])/.test(action);
}
