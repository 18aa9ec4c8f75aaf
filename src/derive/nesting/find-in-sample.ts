import type { ValueShape } from "./value-shape.ts";

/** Where a sample has a name: at once (`via` is empty) or inside wrappers. */
export interface FoundInSample {
  readonly shape: ValueShape;
  readonly via: readonly string[];
}

/** How many wrappers are looked through, and how many names are looked at. */
const limits = { depth: 3, names: 2_000 };

const known = new WeakMap<ValueShape, ReadonlyMap<string, FoundInSample>>();

/** The nearest place of each name inside a place of the sample. */
export function findInSample(
  shape: ValueShape | undefined,
  name: string,
): FoundInSample | undefined {
  if (shape === undefined) return undefined;
  let places = known.get(shape);
  if (places === undefined) {
    places = placesIn(shape);
    known.set(shape, places);
  }
  return places.get(name);
}

function placesIn(shape: ValueShape): ReadonlyMap<string, FoundInSample> {
  const places = new Map<string, FoundInSample>();
  let level: FoundInSample[] = [{ shape, via: [] }];
  for (let depth = 0; depth <= limits.depth && level.length > 0; depth += 1) {
    const next: FoundInSample[] = [];
    for (const { shape: outer, via } of level) {
      for (const [name, inner] of outer.members) {
        if (!places.has(name)) places.set(name, { shape: inner, via });
        if (inner.members.size > 0) next.push({ shape: inner, via: [...via, name] });
      }
      if (places.size > limits.names) return places;
    }
    level = next;
  }
  return places;
}
