import { buildPackage } from "../../src/model/build-package.ts";
import type { InterfaceModel } from "../../src/model/package-model.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Member } from "../../src/spec/operation.ts";

const product = { product: "Library", version: "2020-01-02" };

/** The request of an operation with these members. */
export function requestOf(...request: readonly Member[]): InterfaceModel {
  return modelOf({ request, response: [] }).request;
}

/** The response of an operation with these members. */
export function responseOf(...response: readonly Member[]): InterfaceModel {
  return modelOf({ request: [], response }).response;
}

function modelOf(sides: {
  readonly request: readonly Member[];
  readonly response: readonly Member[];
}) {
  const operation = {
    ...product,
    action: "Lend",
    page: "Lend.md",
    errors: [],
    samples: [],
    ...sides,
  };
  const [model] = buildPackage(product, [operation], runtimeNames).operations;
  if (model === undefined) throw new Error("no operation");
  return model;
}
