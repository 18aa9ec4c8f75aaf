import { describe, expect, test } from "vitest";
import { applyOverlay } from "../../src/spec/apply-overlay.ts";
import type { Operation } from "../../src/spec/operation.ts";
import type { OverlayAction } from "../../src/spec/overlay.ts";
import { operationWith, text } from "./operation-with.ts";

const thing = operationWith({
  summary: "Creates a thing.",
  request: [
    text("Name", { length: { min: 2, max: 8, line: 3 }, description: "The name." }),
    text("Kind", { enum: { closed: false, values: [{ value: "a" }] } }),
    {
      name: "Ports",
      type: "array",
      required: true,
      style: "flat",
      items: {
        type: "object",
        members: [
          text("From"),
          text("To", { conditions: [{ kind: "equals", to: "Ports[].From" }] }),
        ],
      },
    },
  ],
  response: [text("ThingId"), text("RequestId")],
  errors: [
    { code: "Quota.Thing", status: 400 },
    { code: "Quota.Thing", status: 403 },
  ],
});

/** What an action without its reason makes of the thing, and what is reported. */
function correct(action: Omit<OverlayAction, "because">, operation: Operation = thing) {
  const findings: (readonly [code: string, facts: object])[] = [];
  const [span, change] = [
    { start: 7, end: 9 },
    { start: 11, end: 13 },
  ];
  const result = applyOverlay(
    operation,
    { because: "of a test", ...action },
    {
      span,
      change,
      report: (code, place, facts) => {
        // What comes out wrong is wrong where it says what to do.
        expect(place).toBe(code === "overlay/invalid-result" ? change : span);
        findings.push([code, facts]);
      },
    },
  );
  return { result, findings, codes: findings.map(([code]) => code) };
}

function request(path: string) {
  return { operation: "CreateThing", request: path };
}

describe("another type", () => {
  test("takes the place of the old one, with all that was said of its values", () => {
    const items = { type: "integer", range: { min: 1 } };
    const { result, codes } = correct({
      target: request("Name"),
      retype: { type: "array", style: "json", items },
    });

    expect(result.request[0]).toEqual({
      name: "Name",
      required: false,
      description: "The name.",
      type: "array",
      style: "json",
      items,
    });
    expect(codes).toEqual([]);
  });

  test("keeps nothing of what was inside", () => {
    const { result } = correct({
      target: request("Ports"),
      retype: { type: "array", style: "flat", items: { type: "string" } },
    });

    expect(result.request[2]).toMatchObject({ required: true, items: { type: "string" } });
    expect(JSON.stringify(result.request[2])).not.toContain("From");
  });

  test("that it has already is no change", () => {
    const target = { operation: "CreateThing", response: "ThingId" };

    expect(correct({ target, retype: { type: "string" } }).codes).toEqual(["overlay/no-change"]);
  });

  test("must be one", () => {
    const { codes } = correct({ target: request("Name"), retype: { type: "text" } });

    expect(codes).toEqual(["overlay/invalid-result"]);
  });
});

describe("an update", () => {
  test("sets a key", () => {
    const { result, codes } = correct({ target: request("Name"), update: { required: true } });

    expect(result.request[0]).toEqual({ ...thing.request[0], required: true });
    expect(codes).toEqual([]);
  });

  test("merges what is inside", () => {
    const { result } = correct({ target: request("Name"), update: { length: { max: 9 } } });

    expect(result.request[0]).toMatchObject({ length: { min: 2, max: 9, line: 3 } });
  });

  test("takes a key away by null", () => {
    const update = { length: null, description: null };
    const { result } = correct({ target: request("Name"), update });

    expect(result.request[0]).toEqual({ name: "Name", type: "string", required: false });
  });

  test("takes away a key inside by null", () => {
    const { result } = correct({ target: request("Name"), update: { length: { min: null } } });

    expect(result.request[0]).toMatchObject({ length: { max: 8, line: 3 } });
  });

  test("replaces lists", () => {
    const update = { enum: { values: [{ value: "b" }] } };
    const { result } = correct({ target: request("Kind"), update });

    expect(result.request[1]).toMatchObject({ enum: { closed: false, values: [{ value: "b" }] } });
  });

  test("retypes", () => {
    const update = { type: "array", items: { type: "string" }, enum: null };
    const { result } = correct({ target: request("Kind"), update });

    expect(result.request[1]).toEqual({
      name: "Kind",
      required: false,
      type: "array",
      items: { type: "string" },
    });
  });

  test("reaches into lists", () => {
    const { result } = correct({ target: request("Ports[].From"), update: { type: "integer" } });

    expect(result.request[2]).toMatchObject({ items: { members: [{ type: "integer" }, {}] } });
  });

  test("reaches the response", () => {
    const target = { operation: "CreateThing", response: "ThingId" };
    const { result } = correct({ target, update: { required: true } });

    expect(result.response[0]).toEqual(text("ThingId", { required: true }));
  });

  test("reaches every row of an error", () => {
    const target = { operation: "CreateThing", error: "Quota.Thing" };
    const { result } = correct({ target, update: { message: "Enough." } });

    expect(result.errors.map(({ message }) => message)).toEqual(["Enough.", "Enough."]);
  });

  test("reaches the operation itself", () => {
    const { result } = correct({
      target: { operation: "CreateThing" },
      update: { summary: "Makes a thing." },
    });

    expect(result).toEqual({ ...thing, summary: "Makes a thing." });
  });
});

describe("an addition", () => {
  test("is a member, last among the others", () => {
    const { result } = correct({
      target: request("Size"),
      add: { type: "integer", required: true },
    });

    expect(result.request.at(-1)).toEqual({ name: "Size", type: "integer", required: true });
  });

  test("is a member of a list's items", () => {
    const target = request("Ports[].Weight");
    const { result } = correct({ target, add: { type: "integer", required: false } });

    expect(result.request[2]).toMatchObject({ items: { members: [{}, {}, { name: "Weight" }] } });
  });

  test("is an error", () => {
    const target = { operation: "CreateThing", error: "Busy" };
    const { result } = correct({ target, add: { status: 409 } });

    expect(result.errors.at(-1)).toEqual({ code: "Busy", status: 409 });
  });
});

describe("a removal", () => {
  test("takes away a member", () => {
    const { result } = correct({ target: request("Kind"), remove: true });

    expect(result.request.map(({ name }) => name)).toEqual(["Name", "Ports"]);
  });

  test("takes away a member of a list's items", () => {
    const { result } = correct({ target: request("Ports[].To"), remove: true });

    expect(result.request[2]).toMatchObject({ items: { members: [text("From")] } });
  });

  test("takes away every row of an error", () => {
    const target = { operation: "CreateThing", error: "Quota.Thing" };

    expect(correct({ target, remove: true }).result.errors).toEqual([]);
  });
});

describe("an action that hits nothing names what is near", () => {
  test.each([
    ["a member", { target: request("Nmae"), remove: true }, "Name (the nearest)"],
    [
      "a member of a list in place of one of its items",
      { target: request("Ports.From"), update: { required: true } },
      "Ports[].From (the nearest)",
    ],
    [
      "something to add to",
      { target: request("Prots[].Size"), add: { type: "string", required: true } },
      "Ports[] (the nearest)",
    ],
    [
      "an error",
      { target: { operation: "CreateThing", error: "Quota.Think" }, update: { status: 403 } },
      "Quota.Thing (the nearest)",
    ],
    [
      "nothing near",
      { target: { operation: "CreateThing", response: "Zebra" }, remove: true },
      "ThingId, RequestId",
    ],
  ] as const)("%s", (_, action, known) => {
    const { result, findings } = correct(action);

    expect(findings).toEqual([["overlay/no-target", expect.objectContaining({ known })]]);
    expect(result).toBe(thing);
  });
});

describe("an action is refused, and changes nothing, when it", () => {
  const member = { type: "string", required: false };

  test.each([
    ["changes nothing", "no-change", { target: request("Name"), update: { required: false } }],
    [
      "takes away a key that is not there",
      "no-change",
      { target: request("Name"), update: { pattern: null } },
    ],
    ["adds what is there", "already-there", { target: request("Name"), add: member }],
    [
      "adds an error that is there",
      "already-there",
      { target: { operation: "CreateThing", error: "Quota.Thing" }, add: { status: 400 } },
    ],
    [
      "sets an unknown key",
      "invalid-result",
      { target: request("Name"), update: { requird: true } },
    ],
    [
      "sets __proto__",
      "invalid-result",
      { target: request("Name"), update: Object.fromEntries([["__proto__", { required: true }]]) },
    ],
    ["adds an incomplete member", "invalid-result", { target: request("Size"), add: { line: 3 } }],
    [
      "leaves the values of another type",
      "invalid-result",
      { target: request("Kind"), update: { type: "integer" } },
    ],
    [
      "leaves the items of another shape",
      "invalid-result",
      { target: request("Ports"), update: { type: "string" } },
    ],
    [
      "gives two members one name",
      "invalid-result",
      { target: request("Kind"), update: { name: "Name" } },
    ],
    [
      "leaves a condition dangling",
      "invalid-result",
      { target: request("Ports[].From"), remove: true },
    ],
    [
      "renames what a condition names",
      "invalid-result",
      { target: request("Ports[].From"), update: { name: "Start" } },
    ],
    [
      "adds a condition on nothing",
      "invalid-result",
      { target: request("Name"), update: { conditions: [{ kind: "equals", to: "Nothing" }] } },
    ],
    [
      "removes an operation",
      "invalid-result",
      { target: { operation: "CreateThing" }, remove: true },
    ],
  ] as const)("%s", (_, code, action) => {
    const { result, codes } = correct(action);

    expect(codes).toEqual([`overlay/${code}`]);
    expect(result).toBe(thing);
  });
});

test("a member and what names it go together, the condition first", () => {
  const freed = correct({ target: request("Ports[].To"), update: { conditions: null } });
  const removed = correct({ target: request("Ports[].From"), remove: true }, freed.result);

  expect([...freed.codes, ...removed.codes]).toEqual([]);
});

describe("one action after another is held to the same", () => {
  const plain = operationWith({
    request: [
      text("Name", { enum: { closed: false, values: [{ value: "a" }] } }),
      { name: "Size", type: "integer", required: false },
      { name: "Room", type: "object", required: false, members: [text("Floor")] },
    ],
    response: [text("ThingId")],
  });
  const { result: corrected } = correct(
    { target: request("Name"), update: { description: "The name." } },
    plain,
  );
  const wrong: readonly (readonly [string, Omit<OverlayAction, "because">])[] = [
    ["a default of another type", { target: request("Size"), update: { default: { value: "x" } } }],
    ["a name that another member has", { target: request("Size"), update: { name: "Name" } }],
    [
      "a condition that names no member",
      {
        target: request("Room.Floor"),
        update: { conditions: [{ kind: "onlyWhen", when: { member: "None", in: ["a"] } }] },
      },
    ],
    ["a style that is none of objects", { target: request("Room"), update: { style: "comma" } }],
    [
      "a list of pages that is none",
      {
        target: { operation: "CreateThing" },
        update: { pagination: { kind: "number", page: "Size", first: 1, items: "ThingId" } },
      },
    ],
    ["nothing", { target: request("Name"), update: { description: "The name." } }],
  ];

  test.each(wrong)("%s", (_, action) => {
    const { result, findings } = correct(action, corrected);
    const alone = correct(action, structuredClone(corrected));

    expect(result).toBe(corrected);
    expect(findings).toEqual(alone.findings);
    expect(findings).toHaveLength(1);
  });

  test("and what fits is taken, without a look at what it does not change", () => {
    const { result, codes } = correct({ target: request("Room.Floor"), remove: true }, corrected);

    expect(codes).toEqual([]);
    expect(result.request[2]).toMatchObject({ name: "Room", members: [] });
    expect(result.request[0]).toBe(corrected.request[0]);
    expect(result.response).toBe(corrected.response);
  });
});
