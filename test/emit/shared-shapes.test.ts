import { expect, test } from "vitest";
import { operationView } from "../../src/emit/operation-view.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Member } from "../../src/spec/operation.ts";

test("an object of answers that stands in two places is made before both", () => {
  const product = { product: "Library", version: "2020-01-02" };
  const tag: Member = {
    name: "Tag",
    type: "object",
    required: false,
    members: [{ name: "Key", type: "string", required: false }],
  };
  const object = (name: string, ...members: readonly Member[]): Member => ({
    name,
    type: "object",
    required: false,
    members,
  });
  const operation = {
    ...product,
    action: "GetShelf",
    page: "shelf.md",
    request: [],
    response: [object("Shelf", tag), object("Room", object("Door", tag))],
    errors: [],
    samples: [],
  };
  const [model] = buildPackage(product, [operation], runtimeNames).operations;

  const names = model === undefined ? [] : operationView(model).answers.map(({ name }) => name);

  expect(names).toEqual(["tagShape", "shelfShape", "doorShape", "roomShape", "answerShape"]);
});
