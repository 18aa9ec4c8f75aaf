import type { Operation } from "../../src/spec/operation.ts";

/** A place for a text in a spec. */
export interface SpecPosition {
  /** Its path, whatever the place in a list: `request[].enum.values[].meaning`. */
  readonly where: string;
  /** A spec that has the text there and harmless ones everywhere else. */
  readonly withText: (text: string) => Operation;
}

const empty: Operation = {
  product: "Shop",
  version: "2024-05-06",
  action: "CreateOrder",
  page: "pages/CreateOrder.md",
  request: [],
  response: [],
  errors: [],
  samples: [],
};

/** Small specs that have a place for everything together: what one of them checks takes little time. */
const bases: readonly Operation[] = [
  {
    ...empty,
    summary: "Creates an order.",
    asynchronous: { state: "DescribeOrder" },
    errors: [
      {
        code: "Invalid.Sku",
        status: 400,
        message: "No such thing.",
        meaning: "The SKU is wrong.",
        page: "pages/en/CreateOrder.md",
      },
    ],
    samples: [{ kind: "json", line: 70, text: '{"OrderId": "o-1"}' }],
  },
  {
    ...empty,
    request: [
      {
        name: "Channel",
        type: "string",
        format: "uri",
        required: true,
        placedBy: "sample",
        page: "pages/en/CreateOrder.md",
        example: "web",
        description: "Where the order comes from.",
        filledBy: "regionId",
        default: { value: "web" },
        enum: { closed: true, values: [{ value: "web", meaning: "By the web." }] },
        unit: { value: "kg" },
        pattern: { value: "^[a-z]*$" },
      },
    ],
  },
  {
    ...empty,
    request: [
      {
        name: "Lines",
        type: "array",
        style: "flat",
        required: false,
        items: {
          type: "object",
          members: [
            { name: "Sku", type: "string", required: true, example: "s-1", description: "What." },
          ],
        },
      },
      {
        name: "Notes",
        type: "object",
        style: "json",
        required: false,
        example: "{}",
        description: "Notes.",
        members: [{ name: "Text", type: "integer", required: true, example: "1" }],
      },
      {
        name: "Tags",
        type: "map",
        style: "flat",
        required: false,
        values: { type: "string", pattern: { value: "[a-z]" } },
      },
    ],
    response: [
      {
        name: "Lines",
        type: "array",
        required: true,
        items: {
          type: "object",
          members: [
            {
              name: "State",
              type: "string",
              required: true,
              description: "How far.",
              enum: { closed: false, values: [{ value: "open", meaning: "Open." }] },
            },
          ],
        },
      },
    ],
  },
  {
    ...empty,
    request: [
      { name: "Channel", type: "string", required: false },
      {
        name: "Payer",
        type: "string",
        required: false,
        conditions: [
          { kind: "equals", to: "Channel", when: { member: "Channel", in: ["web"] } },
          { kind: "onlyWhen", when: { member: "Channel", in: ["web"] } },
        ],
      },
    ],
  },
  {
    ...empty,
    action: "ListOrders",
    readOnly: true,
    pagination: { kind: "number", page: "Page", first: 1, size: "Size", items: "Os", total: "Sum" },
    waiter: { state: "State", settled: ["paid"], pending: ["paying"], failed: ["refused"] },
    request: [
      { name: "Page", type: "integer", required: false },
      { name: "Size", type: "integer", required: false },
    ],
    response: [
      { name: "Os", type: "array", required: true, items: { type: "string" } },
      { name: "Sum", type: "integer", required: true },
      { name: "State", type: "string", required: true },
    ],
  },
  {
    ...empty,
    action: "ListOrders",
    pagination: { kind: "token", token: "Token", next: "Next", items: "Os", more: "More" },
    request: [{ name: "Token", type: "string", required: false }],
    response: [
      { name: "Os", type: "array", required: true, items: { type: "string" } },
      { name: "Next", type: "string", required: true },
      { name: "More", type: "boolean", required: true },
    ],
  },
];

/** Every place for a text in a spec. */
export const specPositions: readonly SpecPosition[] = findPositions();

function findPositions(): SpecPosition[] {
  const found = new Map<string, SpecPosition>();
  for (const base of bases) {
    for (const path of textPaths(base)) {
      const where = path
        .map((key) => (typeof key === "number" ? "[]" : `.${key}`))
        .join("")
        .slice(1);
      if (found.has(where)) continue;
      found.set(where, { where, withText: (text) => put(base, path, text) as Operation });
    }
  }
  return [...found.values()];
}

type Path = readonly (string | number)[];

function textPaths(value: unknown): Path[] {
  if (typeof value === "string") return [[]];
  if (typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]: [string | number, unknown]) =>
    textPaths(inner).map((path) => [key, ...path]),
  );
}

function put(value: unknown, [key, ...path]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === key ? put(item, path, text) : item));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]: [string, unknown]) => [
      name,
      name === key ? put(inner, path, text) : inner,
    ]),
  );
}
