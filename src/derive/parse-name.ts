import { limitFacts } from "../text/limits.ts";

/** A part of a dotted parameter name. */
export interface NameSegment {
  readonly name: string;
  /** Followed by `.N` or `.1`: the part is a list, and what follows is inside an item. */
  readonly repeated: boolean;
}

/** How many parts a name can have, each of which may be followed by `N`; no page's limit is higher. */
const longest = 2 * limitFacts.nesting.most;

/** Reads `PortRanges.N.FromPort`, `Tag.1`, `A.B`; nothing when the text is not a parameter name. */
export function parseName(text: string): readonly NameSegment[] | undefined {
  const segments: { name: string; repeated: boolean }[] = [];
  const parts = text.split(".");
  if (parts.length > longest) return undefined;
  for (const part of parts) {
    const last = segments.at(-1);
    if (isIndex(part)) {
      if (last === undefined || last.repeated) return undefined;
      last.repeated = true;
    } else if (/^[A-Za-z_][\w:-]*$/.test(part)) {
      segments.push({ name: part, repeated: false });
    } else {
      return undefined;
    }
  }
  return segments.length === 0 ? undefined : segments;
}

/** Whether a part of a name stands for the items of a list: `N`, `1`. */
export function isIndex(part: string): boolean {
  return /^(?:[NnMm]|\d+)$/.test(part);
}

/** The path of a name in a spec: `PortRanges[].FromPort`. The item of a trailing list is left out. */
export function pathOf(segments: readonly NameSegment[]): string {
  return segments
    .map(({ name, repeated }, index) =>
      repeated && index < segments.length - 1 ? `${name}[]` : name,
    )
    .join(".");
}
