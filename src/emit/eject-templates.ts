/**
 * The built-in templates as files for a user to change: path → text. A folder of them, or of some, is
 * what `overlayTemplates` takes.
 *
 * @param guide what templates can show, for people
 */
export function ejectTemplates(
  builtIn: ReadonlyMap<string, string>,
  guide: string,
): Map<string, string> {
  return new Map([...builtIn, ["README.md", guide] as const].sort(([a], [b]) => (a < b ? -1 : 1)));
}
