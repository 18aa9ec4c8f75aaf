import type { Operation } from "../spec/operation.ts";
import type { Product } from "../spec/product.ts";
import type { Change } from "./change.ts";
import { compareNames } from "./compare-names.ts";
import { compareOperations } from "./compare-operations.ts";
import type { ComparedProduct } from "./load-specs.ts";

/** Returns all changes between two folders of specs. */
export function diffSpecs(
  old: readonly ComparedProduct[],
  now: readonly ComparedProduct[],
): Change[] {
  const [one, other] = [old[0], now[0]];
  // Two single products are compared even if their API versions differ.
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

/** Returns all changes between two products, sorted by operation. */
export function compareProducts(old: ComparedProduct, now: ComparedProduct): Change[] {
  const product = `${now.product.product} ${now.product.version}`;
  const before = byAction(old.operations);
  const after = byAction(now.operations);
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const types = compareNames(old, now);
  const changes = names.flatMap((operation): Change[] => {
    const [one, other] = [before.get(operation), after.get(operation)];
    if (one === undefined) {
      return [
        {
          kind: "operation-added",
          level: "minor",
          breaks: [],
          product,
          operation,
          why: "There is a function for it.",
        },
      ];
    }
    if (other === undefined) {
      return [
        {
          kind: "operation-removed",
          level: "major",
          breaks: ["callers"],
          product,
          operation,
          why: "Code that calls it no longer compiles.",
        },
      ];
    }
    const found = [...compareOperations(one, other), ...(types.get(operation) ?? [])];
    return found.map((change) => ({ product, operation, ...change }));
  });
  return [...compareManifests(old.product, now.product, product), ...changes];
}

function byAction(operations: readonly Operation[]): Map<string, Operation> {
  return new Map(operations.map((operation) => [operation.action, operation]));
}

function compareManifests(old: Product, now: Product, product: string): Change[] {
  const changes: Change[] = [];
  const values = (before: string | undefined, after: string | undefined) => ({
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
  if (old.product !== now.product || old.version !== now.version) {
    const names = [`${old.product} ${old.version}`, `${now.product} ${now.version}`] as const;
    changes.push({
      kind: "version-changed",
      level: "major",
      breaks: ["callers", "readers"],
      product,
      ...values(...names),
      why: "Requests go to another version of the API.",
    });
  }
  if (old.package !== now.package) {
    changes.push({
      kind: "package-renamed",
      level: "major",
      breaks: ["callers", "readers"],
      product,
      ...values(old.package, now.package),
      why: "Imports name another package.",
    });
  }
  if (old.endpoint !== now.endpoint) {
    const kind =
      old.endpoint === undefined
        ? "endpoint-added"
        : now.endpoint === undefined
          ? "endpoint-removed"
          : "endpoint-changed";
    const isGone = kind === "endpoint-removed";
    changes.push({
      kind,
      level: isGone ? "major" : "minor",
      breaks: isGone ? ["callers"] : [],
      product,
      ...values(old.endpoint, now.endpoint),
      why: isGone
        ? "Clients have to be given an endpoint."
        : "Clients that are given no endpoint call this one.",
    });
  }
  return changes;
}
