import { z } from "zod";
import { actionName, apiVersion, productName } from "./identity.ts";
import {
  placementEvidence,
  scalarTypes,
  wireStyles,
  type Member,
  type Operation,
  type Shape,
} from "./operation.ts";
import { isRegularExpression } from "./why-unchecked.ts";

const line = z
  .int()
  .positive()
  .exactOptional()
  .describe("Line of the page. Version 0.1.0 wrote it here; it lies in positions/ now");
const otherPage = z
  .string()
  .exactOptional()
  .describe("The page that documents it, where that is another one than the operation's");
const deprecated = z
  .strictObject({ value: z.literal(true), line })
  .exactOptional()
  .describe("The page says not to use it any more");
const scalarValue = z.union([z.string(), z.number(), z.boolean()]);

const bounds = z
  .strictObject({ min: z.number().exactOptional(), max: z.number().exactOptional(), line })
  .refine(({ min, max }) => min !== undefined || max !== undefined, "give min, max or both")
  .refine(
    ({ min, max }) => min === undefined || max === undefined || min <= max,
    "min is above max",
  );

const when = z.strictObject({
  member: z.string().describe("Path of a request member, as in PortRanges[].FromPort"),
  in: z.array(scalarValue).min(1).describe("It has one of these values"),
});

const condition = z.discriminatedUnion("kind", [
  z
    .strictObject({ kind: z.literal("onlyWhen"), when, line })
    .describe("Meant for these cases only"),
  z.strictObject({ kind: z.literal("requiredWhen"), when, line }).describe("Has to be given then"),
  z
    .strictObject({ kind: z.literal("equals"), to: z.string(), when: when.exactOptional(), line })
    .describe("Has the same value as another member"),
]);

const pattern = z.string().refine(isRegularExpression, "is not a regular expression");

const constraints = {
  format: z.string().exactOptional().describe("A named form of the text: date-time"),
  default: z.strictObject({ value: scalarValue, line }).exactOptional(),
  enum: z
    .strictObject({
      closed: z.boolean().describe("The page says that there are no other values"),
      values: z
        .array(z.strictObject({ value: scalarValue, meaning: z.string().exactOptional(), line }))
        .min(1),
    })
    .exactOptional()
    .describe("Documented values"),
  length: bounds.exactOptional().describe("Characters of a string"),
  range: bounds.exactOptional().describe("Size of a number"),
  unit: z
    .strictObject({ value: z.string().min(1), line })
    .exactOptional()
    .describe("What a number counts, as the page writes it: GiB, seconds"),
  count: bounds
    .exactOptional()
    .describe("How many items a text lists, joined by commas or as JSON"),
  pattern: z
    .strictObject({ value: pattern, line })
    .exactOptional()
    .describe("Regular expression (ECMAScript, u flag) that the whole text matches"),
};

const style = z
  .enum(wireStyles)
  .exactOptional()
  .describe("How it is written into parameters: K.1, a JSON text, or joined by commas");

const memberFacts = {
  name: z.string().min(1).describe("Name on the wire"),
  required: z.boolean().describe("Request: the page says so. Response: every sample has it"),
  line,
  page: otherPage,
  placedBy: z
    .enum(placementEvidence)
    .exactOptional()
    .describe("What put the member where it is, where its name alone does not"),
  example: z.string().exactOptional().describe("The example cell"),
  description: z.string().exactOptional().describe("The page's prose as Markdown"),
  deprecated,
  filledBy: z
    .enum(["regionId"])
    .exactOptional()
    .describe("The client option that fills the member where a request leaves it out"),
  idempotencyToken: z
    .strictObject({ value: z.literal(true), line })
    .exactOptional()
    .describe("Repeating a request with the same value does not repeat its effect"),
  conditions: z.array(condition).exactOptional().describe("Rules between members"),
};

/** The four shapes, with the given facts beside their own keys. */
function shapes<F extends z.ZodRawShape>(facts: F) {
  return z.discriminatedUnion("type", [
    z.strictObject({ ...facts, type: z.enum(scalarTypes), ...constraints }),
    z.strictObject({
      ...facts,
      type: z.literal("array"),
      style,
      count: bounds.exactOptional().describe("How many items"),
      get items() {
        return shape;
      },
    }),
    z.strictObject({
      ...facts,
      type: z.literal("object"),
      style,
      get members() {
        return members;
      },
    }),
    z.strictObject({
      ...facts,
      type: z.literal("map"),
      style,
      get values() {
        return shape;
      },
    }),
  ]);
}

/** Validates the shape of a list item or map value. */
const shape: z.ZodType<Shape> = z.lazy(() => shapes({})).meta({ id: "shape" });

/** Validates a member of a request, a response, or an object in either. */
export const member: z.ZodType<Member> = z.lazy(() => shapes(memberFacts)).meta({ id: "member" });

const members = z.array(member);

/** Validates a row of the error table. */
export const errorEntry = z.strictObject({
  code: z.string().min(1),
  status: z.int().min(100).max(599).exactOptional().describe("HTTP status"),
  message: z.string().exactOptional().describe("The text that the service sends"),
  meaning: z.string().exactOptional().describe("What the page says about it"),
  line,
  page: otherPage,
});

const sample = z.strictObject({
  kind: z.enum(["request", "json", "xml"]),
  line,
  text: z.string(),
});

const responsePath = z.string().min(1).describe("Path of a response member: Instances.Instance");
const requestName = z.string().min(1).describe("Name of a request member");
const paginationFacts = {
  size: requestName.exactOptional().describe("Request member: how many items a page has"),
  items: responsePath.describe("The list in the answer"),
};

const pagination = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("number"),
      page: requestName.describe("Request member: which page"),
      first: z.int().nonnegative().describe("Number of the first page"),
      ...paginationFacts,
      total: responsePath.exactOptional().describe("Member of the answer that counts all items"),
    })
    .describe("Pages are asked for by their number"),
  z
    .strictObject({
      kind: z.literal("token"),
      token: requestName.describe("Request member: the token of the page"),
      next: responsePath.describe("Member of the answer that has the token of the next page"),
      ...paginationFacts,
      more: responsePath.exactOptional().describe("Member of the answer: whether there is more"),
    })
    .describe("Each answer has a token for the next page"),
]);

const states = z.array(z.string().min(1));

const waiter = z.strictObject({
  state: responsePath.describe("Member of the answer that has the state"),
  settled: states.min(1).describe("States that something stays in"),
  pending: states.exactOptional().describe("States that something leaves by itself"),
  failed: states.exactOptional().describe("States that nothing good comes of"),
  line,
});

const asynchronous = z.strictObject({
  state: z
    .string()
    .regex(actionName, "is not an operation name")
    .exactOptional()
    .describe("The operation that tells how far the work is"),
  line,
});

/** Validates a product's name and version, which become parts of paths and of code. */
export const identity = {
  product: z.string().regex(productName, "is not a product name"),
  version: z.string().regex(apiVersion, "is not a version of the form 2019-11-20"),
};

/** Validates an operation. */
export const operation: z.ZodType<Operation> = z.strictObject({
  ...identity,
  action: z.string().regex(actionName, "is not an operation name"),
  page: z.string().describe("The page, relative to the folder of the product"),
  summary: z.string().exactOptional(),
  deprecated,
  readOnly: z
    .boolean()
    .exactOptional()
    .describe("The operation only reads: repeating a request does nothing twice"),
  asynchronous: asynchronous
    .exactOptional()
    .describe("The operation answers before its work is done"),
  pagination: pagination.exactOptional().describe("How the operation's list comes page by page"),
  waiter: waiter.exactOptional().describe("The states that the operation's answers tell"),
  request: members.describe("Parameters of the request, in the order of the page"),
  response: members.describe("Members of the response, in the order of the page"),
  errors: z.array(errorEntry).describe("Errors that the page documents"),
  samples: z.array(sample).describe("Code blocks that show a call or an answer, verbatim"),
});
