import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Operation } from "../../src/spec/operation.ts";
import { corpus } from "./corpus-pages.ts";
import { readFolder } from "./read-folder.ts";

/** An operation as two pages document it: in two languages, or of two dates. */
export interface LanguagePair {
  /** `ecs intl.en-US → cn.zh-CN RunInstances` */
  readonly name: string;
  readonly old: Operation;
  readonly new: Operation;
}

/** The folders of a product, from the one that is compared with to the one that is compared. */
const folders = [
  ["intl.zh-CN", "cn.zh-CN"],
  ["intl.en-US", "intl.zh-CN"],
] as const;

const products = ["cdn", "ecs", "ga", "mongodb", "ram", "vod"];

/** Every operation that the corpus has twice. The pages' paths are relative to the corpus. */
export function languagePairs(): LanguagePair[] {
  return products.flatMap((product) =>
    folders.flatMap(([from, to]) => {
      const [old, now] = [operationsIn(join(product, from)), operationsIn(join(product, to))];
      return [...old].flatMap(([action, operation]) => {
        const other = now.get(action);
        const name = `${product} ${from} → ${to} ${action}`;
        return other === undefined ? [] : [{ name, old: operation, new: other }];
      });
    }),
  );
}

const known = new Map<string, Map<string, Operation>>();

function operationsIn(folder: string): Map<string, Operation> {
  const found = known.get(folder);
  if (found !== undefined) return found;
  const operations = new Map<string, Operation>();
  known.set(folder, operations);
  if (!existsSync(join(corpus, folder))) return operations;
  const fallback = { product: "X", version: "2020-01-02" };
  for (const { input, derived } of readFolder([join(corpus, folder)], fallback)) {
    if (derived?.operation === undefined) continue;
    const operation = { ...derived.operation, page: relative(corpus, input.path) };
    const key = `${operation.version} ${operation.action}`;
    if (!operations.has(key)) operations.set(key, operation);
  }
  return operations;
}
