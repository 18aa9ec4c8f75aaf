/**
 * A path without what says that something is a list or a map: `PortRanges[].FromPort`,
 * `PortRanges.N.FromPort` and `PortRanges.1.FromPort` are all `PortRanges.FromPort`.
 */
export function plainPath(path: string): string {
  return path
    .replaceAll(/\[\]|\{\}|\[\d*\]/g, "")
    .split(".")
    .filter((part, index) => index === 0 || !/^(?:[NnMm]|\d+)$/.test(part))
    .join(".");
}
