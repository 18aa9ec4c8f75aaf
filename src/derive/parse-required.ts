const yes = new Set(["是", "必选", "必填", "必须", "必需", "yes", "true", "required", "y"]);
const no = new Set(["否", "可选", "选填", "非必选", "no", "false", "optional", "n"]);

/** Reads the cell that says whether a parameter is required; nothing when it says neither. */
export function parseRequired(text: string): boolean | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[。.]$/, "");
  if (yes.has(plain)) return true;
  if (no.has(plain)) return false;
  return undefined;
}
