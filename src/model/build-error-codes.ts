import type { ErrorEntry } from "../spec/operation.ts";
import { pascalCase } from "../words/case.ts";
import { claimKeys } from "./name-table.ts";
import type { ErrorCodesModel } from "./package-model.ts";

/** Builds the constant and the type of some error codes from their rows. */
export function buildErrorCodes(errors: readonly ErrorEntry[], name: string): ErrorCodesModel {
  const rowsOf = new Map<string, ErrorEntry[]>();
  for (const error of errors) {
    const rows = rowsOf.get(error.code);
    if (rows === undefined) rowsOf.set(error.code, [error]);
    else rows.push(error);
  }
  const keys = claimKeys([...rowsOf.keys()], keyOfCode);
  return {
    name,
    entries: [...rowsOf].map(([code, rows], index) => ({ key: keys[index] ?? "", code, rows })),
  };
}

function keyOfCode(text: string): string {
  const name = pascalCase(text);
  return name === "" ? "Code" : name;
}
