import type { ErrorEntry } from "../spec/operation.ts";
import { pascalCase } from "./case.ts";
import { claimKeys } from "./claim-keys.ts";
import type { ErrorCodesModel } from "./package-model.ts";

/** The const object and the type of some error codes, by their rows. */
export function buildErrorCodes(errors: readonly ErrorEntry[], name: string): ErrorCodesModel {
  const codes = [...new Set(errors.map(({ code }) => code))];
  const keys = claimKeys(codes, keyOfCode);
  return {
    name,
    entries: codes.map((code, index) => ({
      key: keys[index] ?? "",
      code,
      rows: errors.filter((error) => error.code === code),
    })),
  };
}

function keyOfCode(text: string): string {
  const name = pascalCase(text);
  return name === "" ? "Code" : name;
}
