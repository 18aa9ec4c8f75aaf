/** Whether a code says that the time of a temporary key is over, as `InvalidSecurityToken.Expired` does. */
export function isExpiredToken(code: string): boolean {
  return /^(?:Invalid)?(?:Security|Sts)Token\.?Expired(?:\.|$)/i.test(code);
}
