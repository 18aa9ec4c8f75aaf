import { describe, expect, test } from "vitest";
import { verdictOf } from "../../src/diff/change.ts";
import { compareProducts } from "../../src/diff/diff-specs.ts";
import type { ErrorEntry, Member, Operation } from "../../src/spec/operation.ts";
import type { Product } from "../../src/spec/product.ts";

const shop: Product = { product: "Shop", version: "2020-01-02", endpoint: "example.com" };

function operation(parts: Partial<Operation>): Operation {
  const { product, version } = shop;
  const page = "pages/CreateOrder.md";
  const none = { request: [], response: [], errors: [], samples: [] };
  return { product, version, action: "CreateOrder", page, ...none, ...parts };
}

/** The kinds of changes between two products, with whom they break. */
function changes(
  old: readonly Operation[],
  now: readonly Operation[],
  products: readonly [Product, Product] = [shop, shop],
) {
  const [before, after] = products;
  const found = compareProducts(
    { product: before, operations: old },
    { product: after, operations: now },
  );
  const shown = found.map(({ kind, breaks }) => [kind, ...breaks].join(" "));
  return [shown.join(", "), verdictOf(found)];
}

const name = { name: "Name", required: false, type: "string" } as const satisfies Member;
const count = { name: "Count", required: false, type: "integer" } as const satisfies Member;
const valuesOf = (closed: boolean, ...values: readonly string[]) => ({
  enum: { closed, values: values.map((value) => ({ value })) },
});
const list = (items: Member | { readonly type: "string" }): Member => ({
  name: "Items",
  required: false,
  type: "array",
  style: "flat",
  items: "name" in items ? { type: "object", members: [items] } : items,
});

/** A member before and after, and what that is in a request and in a response. */
const members: readonly (readonly [
  what: string,
  old: Member | undefined,
  now: Member | undefined,
  request: readonly [string, string],
  response: readonly [string, string],
])[] = [
  ["is the same", name, name, ["", "none"], ["", "none"]],
  ["is new", undefined, name, ["member-added", "minor"], ["member-added", "minor"]],
  [
    "is new and required",
    undefined,
    { ...name, required: true },
    ["member-added callers", "major"],
    ["member-added", "minor"],
  ],
  [
    "is gone",
    name,
    undefined,
    ["member-removed callers", "major"],
    ["member-removed readers", "major"],
  ],
  [
    "is spelled otherwise",
    name,
    { ...name, name: "NAME" },
    ["member-respelled callers", "major"],
    ["member-respelled readers", "major"],
  ],
  [
    "becomes required",
    name,
    { ...name, required: true },
    ["member-required callers", "major"],
    ["member-required", "minor"],
  ],
  [
    "becomes optional",
    { ...name, required: true },
    name,
    ["member-optional", "minor"],
    ["member-optional readers", "major"],
  ],
  [
    "becomes required, and the client fills it in",
    name,
    { ...name, required: true, filledBy: "regionId" },
    ["", "none"],
    ["member-required", "minor"],
  ],
  [
    "integer → long",
    count,
    { ...count, type: "long" },
    ["member-retyped", "minor"],
    ["member-retyped readers", "major"],
  ],
  [
    "long → integer",
    { ...count, type: "long" },
    count,
    ["member-retyped callers", "major"],
    ["member-retyped", "minor"],
  ],
  [
    "float → double",
    { ...count, type: "float" },
    { ...count, type: "double" },
    ["", "none"],
    ["", "none"],
  ],
  [
    "string → integer",
    { ...count, type: "string" },
    count,
    ["member-retyped callers", "major"],
    ["member-retyped readers", "major"],
  ],
  [
    "string → a point in time",
    name,
    { ...name, format: "date-time" },
    ["member-retyped", "minor"],
    ["member-retyped", "minor"],
  ],
  [
    "value → list",
    { ...name, name: "Items" },
    list({ type: "string" }),
    ["member-retyped callers", "major"],
    ["member-retyped readers", "major"],
  ],
  [
    "anything → string",
    { ...name, type: "any" },
    name,
    ["member-retyped callers", "major"],
    ["member-retyped", "minor"],
  ],
  [
    "a member inside it becomes required",
    list(name),
    list({ ...name, required: true }),
    ["member-required callers", "major"],
    ["member-required", "minor"],
  ],
  [
    "is sent in another style",
    list({ type: "string" }),
    { ...list({ type: "string" }), style: "json" } as Member,
    ["style-changed", "patch"],
    ["style-changed", "patch"],
  ],
  [
    "has a value more",
    { ...name, ...valuesOf(false, "a") },
    { ...name, ...valuesOf(false, "a", "b") },
    ["value-added", "minor"],
    ["value-added", "minor"],
  ],
  [
    "has a value less",
    { ...name, ...valuesOf(false, "a", "b") },
    { ...name, ...valuesOf(false, "a") },
    ["value-removed callers", "major"],
    ["value-removed readers", "major"],
  ],
  [
    "has a value less that the page still names",
    { ...name, ...valuesOf(false, "first", "second") },
    { ...name, ...valuesOf(false, "first"), description: "It was second before." },
    ["text-changed", "patch"],
    ["text-changed", "patch"],
  ],
  [
    "has a value in other letter case",
    { ...name, ...valuesOf(false, "Open") },
    { ...name, ...valuesOf(false, "open") },
    ["value-respelled", "minor"],
    ["value-respelled", "minor"],
  ],
  [
    "lists its values no longer",
    { ...name, ...valuesOf(false, "a", "b") },
    name,
    ["values-unlisted", "minor"],
    ["values-unlisted", "minor"],
  ],
  [
    "takes only the values that it listed before",
    { ...name, ...valuesOf(false, "a") },
    { ...name, ...valuesOf(true, "a") },
    ["values-closed", "minor"],
    ["", "none"],
  ],
  [
    "takes only some values, where any would do",
    name,
    { ...name, ...valuesOf(true, "a") },
    ["value-added, values-closed callers", "major"],
    ["value-added", "minor"],
  ],
  [
    "takes other values, too",
    { ...name, ...valuesOf(true, "a") },
    { ...name, ...valuesOf(false, "a") },
    ["values-opened", "minor"],
    ["", "none"],
  ],
  [
    "gets a greatest length",
    name,
    { ...name, length: { max: 9 } },
    ["limit-added callers", "major"],
    ["limit-added", "patch"],
  ],
  [
    "gets a greatest length that its description had before",
    { ...name, description: "No more than 9 of them." },
    { ...name, description: "No more than 9 of them.", length: { max: 9 } },
    ["limit-added", "minor"],
    ["limit-added", "patch"],
  ],
  [
    "gets a narrower range",
    { ...count, range: { min: 1, max: 9 } },
    { ...count, range: { min: 2, max: 9 } },
    ["limit-narrowed callers", "major"],
    ["limit-narrowed", "patch"],
  ],
  [
    "gets the least number that goes without saying",
    { ...count, range: { max: 9 } },
    { ...count, range: { min: 1, max: 9 } },
    ["limit-widened", "minor"],
    ["limit-widened", "patch"],
  ],
  [
    "has a range where it listed every number of it",
    { ...count, ...valuesOf(false, "1", "2", "3") },
    { ...count, range: { min: 1, max: 3 } },
    ["values-unlisted, limit-added", "minor"],
    ["values-unlisted, limit-added", "minor"],
  ],
  [
    "gets a wider range",
    { ...count, range: { min: 1, max: 9 } },
    { ...count, range: { min: 1, max: 10 } },
    ["limit-widened", "minor"],
    ["limit-widened", "patch"],
  ],
  [
    "loses its range",
    { ...count, range: { min: 1, max: 9 } },
    count,
    ["limit-removed", "minor"],
    ["limit-removed", "patch"],
  ],
  [
    "takes fewer characters",
    { ...name, pattern: { value: "^[a-z0-9]*$" } },
    { ...name, pattern: { value: "^[a-z]*$" } },
    ["limit-narrowed callers", "major"],
    ["limit-narrowed", "patch"],
  ],
  [
    "takes more characters",
    { ...name, pattern: { value: "^(?!http:)[a-z]*$" } },
    { ...name, pattern: { value: "^[a-z0-9]*$" } },
    ["limit-widened", "minor"],
    ["limit-widened", "patch"],
  ],
  [
    "has another default",
    { ...count, default: { value: 1 } },
    { ...count, default: { value: 2 } },
    ["default-changed", "patch"],
    ["default-changed", "patch"],
  ],
  [
    "has another description",
    { ...name, description: "The name." },
    { ...name, description: "What it is called." },
    ["text-changed", "patch"],
    ["text-changed", "patch"],
  ],
  [
    "has another example, and stands in another line",
    { ...name, example: "a", line: 3 },
    { ...name, example: "b", line: 7 },
    ["text-changed", "patch"],
    ["text-changed", "patch"],
  ],
  [
    "makes repeating harmless",
    name,
    { ...name, idempotencyToken: { value: true } },
    ["retry-changed", "minor"],
    ["retry-changed", "minor"],
  ],
];

describe("a member that", () => {
  test.each(members)("%s", (_, old, now, request, response) => {
    const side = (key: "request" | "response", member: Member | undefined) => [
      operation({ [key]: member === undefined ? [] : [member] }),
    ];

    expect(changes(side("request", old), side("request", now))).toEqual(request);
    expect(changes(side("response", old), side("response", now))).toEqual(response);
  });
});

const missing: ErrorEntry = { code: "NotFound", status: 404 };
const only = { kind: "onlyWhen", when: { member: "Name", in: ["a"] } } as const;

const others: readonly (readonly [
  string,
  readonly Operation[],
  readonly Operation[],
  readonly [string, string],
])[] = [
  ["an operation is new", [], [operation({})], ["operation-added", "minor"]],
  ["an operation is gone", [operation({})], [], ["operation-removed callers", "major"]],
  [
    "an error is new",
    [operation({})],
    [operation({ errors: [missing] })],
    ["error-added", "minor"],
  ],
  [
    "an error is gone",
    [operation({ errors: [missing] })],
    [operation({})],
    ["error-removed readers", "major"],
  ],
  [
    "an error has another status",
    [operation({ errors: [missing] })],
    [operation({ errors: [{ ...missing, status: 400 }] })],
    ["error-changed", "patch"],
  ],
  [
    "a condition is new",
    [operation({ request: [name, count] })],
    [operation({ request: [name, { ...count, conditions: [only] }] })],
    ["condition-added", "patch"],
  ],
  [
    "a condition is gone",
    [operation({ request: [name, { ...count, conditions: [only] }] })],
    [operation({ request: [name, count] })],
    ["condition-removed", "patch"],
  ],
  [
    "an operation only reads",
    [operation({})],
    [operation({ readOnly: true })],
    ["retry-changed", "minor"],
  ],
  [
    "a sample is another one",
    [operation({ samples: [{ kind: "json", line: 9, text: "{}" }] })],
    [operation({ samples: [{ kind: "json", line: 9, text: '{ "Name": "a" }' }] })],
    ["text-changed", "patch"],
  ],
];

describe("in an operation", () => {
  test.each(others)("%s", (_, old, now, found) => {
    expect(changes(old, now)).toEqual(found);
  });
});

describe("in product.yaml", () => {
  const { endpoint: __, ...withoutEndpoint } = shop;
  test.each<[string, Product, Product, readonly [string, string]]>([
    [
      "the package is renamed",
      shop,
      { ...shop, package: "@acme/shop" },
      ["package-renamed callers readers", "major"],
    ],
    ["there is an endpoint", withoutEndpoint, shop, ["endpoint-added", "minor"]],
    ["there is none any more", shop, withoutEndpoint, ["endpoint-removed callers", "major"]],
    [
      "there is another endpoint",
      shop,
      { ...shop, endpoint: "other.com" },
      ["endpoint-changed", "minor"],
    ],
    [
      "the API has another version",
      shop,
      { ...shop, version: "2021-03-04" },
      ["version-changed callers readers", "major"],
    ],
  ])("%s", (_, old, now, found) => {
    expect(changes([], [], [old, now])).toEqual(found);
  });
});

test("a type that only gets another name breaks who names it", () => {
  const room = (inside: string): Member => ({
    name: "Rooms",
    required: false,
    type: "array",
    style: "flat",
    items: { type: "object", members: [{ ...name, name: inside }] },
  });
  const taken: Member = {
    name: "Room",
    required: false,
    type: "object",
    style: "flat",
    members: [{ ...name, name: "Door" }],
  };

  const [found] = changes(
    [operation({ request: [room("Name")] })],
    [operation({ request: [taken, room("Name")] })],
  );

  expect(found).toContain("type-renamed callers");
});

describe("the function beside an operation's own", () => {
  const page = { name: "Marker", type: "string", required: false } as const;
  const books: Member = {
    name: "Books",
    type: "array",
    required: false,
    items: { type: "string" },
  };
  const base = { request: [page], response: [books, page] };
  const pagination = { kind: "token", token: "Marker", next: "Marker", items: "Books" } as const;
  const waiter = { state: "Marker", settled: ["active"], line: 4 };

  test.each<[idea: string, old: Partial<Operation>, now: Partial<Operation>, found: string]>([
    ["that iterates is new", {}, { pagination }, "iterator-added"],
    ["that iterates is gone", { pagination }, {}, "iterator-removed callers"],
    [
      "asks otherwise",
      { pagination },
      { pagination: { ...pagination, size: "Marker" } },
      "iterator-changed",
    ],
    ["that waits is gone", { waiter }, {}, "waiter-removed callers"],
    ["that waits is told in another line", { waiter }, { waiter: { ...waiter, line: 9 } }, ""],
  ])("%s", (_, old, now, found) => {
    const [told] = changes([operation({ ...base, ...old })], [operation({ ...base, ...now })]);

    expect(told).toBe(found);
  });
});
