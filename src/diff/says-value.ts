/** Whether a description names a value: then the page documents it still, in words that are not read. */
export function saysValue(description: string, value: string): boolean {
  return new RegExp(`(?<![A-Za-z0-9_])${escaped(value)}(?![A-Za-z0-9_])`, "i").test(description);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
