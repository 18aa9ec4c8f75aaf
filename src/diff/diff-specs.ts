import type { ComparedProduct } from "./compared-product.ts";
import { compareProducts } from "./compare-products.ts";
import type { Change } from "./change.ts";

/** Every change between two folders of specs. */
export function diffSpecs(
  old: readonly ComparedProduct[],
  now: readonly ComparedProduct[],
): Change[] {
  const [one, other] = [old[0], now[0]];
  // Of one product each, these two are meant, also where the API has another version now.
  if (old.length === 1 && now.length === 1 && one !== undefined && other !== undefined) {
    return compareProducts(one, other);
  }
  const before = byName(old);
  const after = byName(now);
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const [known, wanted] = [before.get(name), after.get(name)];
    if (known !== undefined && wanted !== undefined) return compareProducts(known, wanted);
    const some = known ?? wanted;
    if (some === undefined) return [];
    const none = { ...some, operations: [] };
    return known === undefined ? compareProducts(none, some) : compareProducts(some, none);
  });
}

function byName(products: readonly ComparedProduct[]): Map<string, ComparedProduct> {
  return new Map(products.map((one) => [`${one.product.product} ${one.product.version}`, one]));
}
