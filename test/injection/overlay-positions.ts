/** A place for a text in an overlay. */
interface OverlayPosition {
  readonly where: string;
  /** A text that harms nobody there. */
  readonly harmless: string;
  /** An action that has the text there. */
  readonly withText: (text: string) => object;
}

const channel = { operation: "CreateOrder", request: "Channel" };
const error = { operation: "CreateOrder", error: "Throttling" };
const because = "The page is wrong.";
const update = (target: object, keys: object) => ({ target, because, update: keys });

/** Every place for a text in an overlay. */
export const overlayPositions: readonly OverlayPosition[] = place([
  ["because", "Wrong.", (text) => ({ target: channel, because: text, update: { example: "x" } })],
  ["target.operation", "CreateOrder", (text) => update({ operation: text }, { summary: "Other." })],
  ["target.request", "Channel", (text) => update({ ...channel, request: text }, { example: "x" })],
  ["target.error", "Throttling", (text) => update({ ...error, error: text }, { message: "x" })],
  ["a key", "example", (text) => update(channel, { [text]: "x" })],
  [
    "operation.summary",
    "Other.",
    (text) => update({ operation: "CreateOrder" }, { summary: text }),
  ],
  [
    "operation.action",
    "MakeOrder",
    (text) => update({ operation: "CreateOrder" }, { action: text }),
  ],
  ["operation.page", "other.md", (text) => update({ operation: "CreateOrder" }, { page: text })],
  ["description", "Other.", (text) => update(channel, { description: text })],
  ["example", "x", (text) => update(channel, { example: text })],
  ["default.value", "web", (text) => update(channel, { default: { value: text } })],
  ["pattern.value", "^b*$", (text) => update(channel, { pattern: { value: text } })],
  ["unit.value", "kg", (text) => update(channel, { unit: { value: text } })],
  ["format", "uri", (text) => update(channel, { format: text })],
  ["type", "any", (text) => update(channel, { type: text })],
  ["enum.values[].value", "x", (text) => update(channel, { enum: { values: [{ value: text }] } })],
  [
    "enum.values[].meaning",
    "Other.",
    (text) => update(channel, { enum: { values: [{ value: "x", meaning: text }] } }),
  ],
  [
    "conditions[].when.in[]",
    "web",
    (text) =>
      update(
        { ...channel, request: "Priority" },
        { conditions: [{ kind: "onlyWhen", when: { member: "Channel", in: [text] } }] },
      ),
  ],
  [
    "added request",
    "Other",
    (text) => ({
      target: { operation: "CreateOrder", request: text },
      because,
      add: { type: "string", required: true, example: text, description: text },
    }),
  ],
  [
    "added response",
    "Other",
    (text) => ({
      target: { operation: "CreateOrder", response: text },
      because,
      add: {
        type: "object",
        required: true,
        members: [{ name: text || "a", type: "any", required: false }],
      },
    }),
  ],
  [
    "added error",
    "Other",
    (text) => ({
      target: { operation: "CreateOrder", error: text },
      because,
      add: { message: text, meaning: text, status: 400 },
    }),
  ],
  ["error.message", "Other.", (text) => update(error, { message: text })],
  ["error.meaning", "Other.", (text) => update(error, { meaning: text })],
  [
    "retyped members",
    "Text",
    (text) => ({
      target: channel,
      because,
      retype: {
        type: "object",
        style: "json",
        members: [{ name: text, type: "any", required: true }],
      },
    }),
  ],
]);

function place(
  rows: readonly (readonly [string, string, OverlayPosition["withText"]])[],
): OverlayPosition[] {
  return rows.map(([where, harmless, withText]) => ({ where, harmless, withText }));
}
