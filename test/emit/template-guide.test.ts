import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ejectTemplates } from "../../src/emit/materials.ts";
import { operationView } from "../../src/emit/operation-view.ts";
import { packageView } from "../../src/emit/package-view.ts";
import { samplesView } from "../../src/emit/samples-view.ts";
import { summarize } from "../../src/emit/summarize.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { everyShape } from "../spec/every-shape.ts";

const guide = readFileSync(
  fileURLToPath(new URL("../../templates/README.md", import.meta.url)),
  "utf8",
);
const [, ofOperation = "", ofSamples = "", ofPackage = ""] = guide.split("\n## ");

const product = {
  product: "Shop",
  version: "2024-05-06",
  endpoint: "shop.example.com",
  tests: true,
};
const model = buildPackage(product, [{ ...everyShape, readOnly: true }], runtimeNames);

/** The fields of a view and of what is in it, `[]` behind those of lists. */
function fieldsOf(view: unknown, path = ""): string[] {
  if (typeof view !== "object" || view === null) return [];
  if (Array.isArray(view)) return view.flatMap((item) => fieldsOf(item, path));
  return Object.entries(view).flatMap(([name, value]) => {
    const field = `${path}${name}${Array.isArray(value) ? "[]" : ""}`;
    return [field, ...fieldsOf(value, `${field}.`)];
  });
}

function listed(section: string): string[] {
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, field = ""]) => field);
}

test("the guide lists every field of an operation, in order", () => {
  const fields = new Set(model.operations.flatMap((one) => fieldsOf(operationView(one))));

  expect(listed(ofOperation)).toEqual([...fields]);
});

test("the guide lists every field of an operation's samples, in order", () => {
  const cancel: Operation = {
    ...product,
    action: "CancelOrder",
    page: "pages/CancelOrder.md",
    request: [{ name: "OrderId", type: "string", required: true }],
    response: [{ name: "RequestId", type: "string", required: true }],
    errors: [],
    samples: [
      { kind: "request", line: 8, text: "?Action=CancelOrder&OrderId=o-1" },
      { kind: "request", line: 9, text: "?Action=CancelOrder&Order=o-1" },
      { kind: "json", line: 10, text: '{ "RequestId": "r-1" }' },
    ],
  };
  const [operation] = buildPackage(product, [cancel], runtimeNames).operations;
  const view = operation && samplesView(operation);

  expect(listed(ofSamples)).toEqual([...new Set(fieldsOf(view))]);
});

test("the guide lists every field of a package, in order", () => {
  const view = packageView({ ...model, operations: model.operations.map(summarize) });

  expect(listed(ofPackage)).toEqual([...new Set(fieldsOf(view))]);
});

test("templates are ejected with the guide beside them", () => {
  expect([...ejectTemplates(new Map([["src/a.ts.hbs", "a"]]), guide)]).toEqual([
    ["README.md", guide],
    ["src/a.ts.hbs", "a"],
  ]);
});
