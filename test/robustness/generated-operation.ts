import fc from "fast-check";
import type { Operation } from "../../src/spec/operation.ts";
import { payloads } from "../emit/payloads.ts";
import { hostileTexts } from "../spec/hostile-texts.ts";

/** Parts of texts that are counted, quoted or escaped in ways of their own. */
const parts = [
  ...["'", '"', "\\", "`", "${", "|", "*", "_", "#", "<", "&", "/", " ", ".", "-", "(", "[", ", "],
  ...Array.from("監听é\u0301名ñßжкアｱ한，。（𠀀\u00A0\u3000\u115F\u200D٣ب©"),
  ...["👍🏽", "👨‍👩‍👧", "🇨🇳", "⚠️", "1️⃣"],
  ...["Name", "port", "x", "1", "constructor", "__proto__"],
];

const text = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(fc.constantFrom(...parts), { maxLength: 12 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...parts), { minLength: 60, maxLength: 90 }) },
    { weight: 1, arbitrary: fc.constantFrom(...payloads, ...hostileTexts).map((one) => [one]) },
  )
  .map((some) => some.join("").slice(0, 400));

/** Names as pages have them, and longer ones: around what fits on a line, and far beyond. */
const name = fc
  .tuple(
    fc.array(fc.constantFrom("Port", "Id", "Zone", "Ip", "Value", "A", "List", "9"), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(120)),
  )
  .map(([words, length]) => words.join("").replace(/^9+/, "N") + "y".repeat(length));

const memberName = fc.oneof({ weight: 4, arbitrary: name }, text);

const value = fc.oneof(
  text,
  name,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);

const limit = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const bounds = fc.oneof(
  fc.record({ min: limit }),
  fc.record({ max: limit }),
  fc.record({ min: limit, max: limit }),
);

const pattern = fc.oneof(
  text,
  fc.constantFrom("^[a-z]*$", "a/b", "[A-Za-z0-9_-]{1,64}", "[a-z]".repeat(30), "^(?:a|b)$", "["),
);

const scalar = fc.record(
  {
    type: fc.constantFrom("string", "integer", "long", "double", "boolean", "any"),
    format: fc.constantFrom("date-time", "other"),
    default: fc.record({ value }),
    enum: fc.record({
      closed: fc.boolean(),
      values: fc.array(fc.record({ value, meaning: text }, { requiredKeys: ["value"] }), {
        maxLength: 8,
      }),
    }),
    length: bounds,
    range: bounds,
    count: bounds,
    pattern: fc.record({ value: pattern }),
  },
  { requiredKeys: ["type"] },
);

const style = fc.constantFrom("flat", "json", "comma");

/** Shapes in shapes, and the members of objects. */
const { members } = fc.letrec((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.record({ type: fc.constant("array"), style, count: bounds, items: tie("shape") }),
    fc.record({ type: fc.constant("object"), style, members: tie("members") }),
    fc.record({ type: fc.constant("map"), style, values: tie("shape") }),
  ),
  members: fc.uniqueArray(
    fc
      .tuple(
        fc.record(
          {
            name: memberName,
            required: fc.boolean(),
            example: text,
            description: text,
            filledBy: fc.constant("regionId"),
          },
          { requiredKeys: ["name", "required"] },
        ),
        tie("shape"),
      )
      .map(([facts, shape]) => ({ ...(shape as object), ...facts })),
    { maxLength: 6, selector: ({ name }) => name },
  ),
}));

/** Operations with whatever a page might say, and much that none does. */
export const generatedOperation = fc
  .record(
    {
      action: name,
      page: text,
      summary: text,
      readOnly: fc.boolean(),
      request: members,
      response: members,
      errors: fc.array(
        fc.record(
          { code: text, status: fc.integer({ min: 100, max: 599 }), message: text },
          { requiredKeys: ["code"] },
        ),
        { maxLength: 5 },
      ),
    },
    { requiredKeys: ["action", "page", "request", "response", "errors"] },
  )
  .map(
    (facts) =>
      ({ product: "Shop", version: "2024-05-06", samples: [], ...facts }) as object as Operation,
  );

/** What is said of a package, besides its operations. */
export const generatedProduct = fc.record(
  {
    description: text,
    endpoint: fc.domain(),
    package: fc.oneof(
      fc.constant("@scope/package"),
      name.map((one) => one.toLowerCase()),
    ),
  },
  { requiredKeys: [] },
);
