import { describe, expect, test } from "vitest";
import {
  type Limits,
  ParameterWriter,
  RequestError,
  type ValidationLevel,
} from "../../../src/runtime/index.ts";
import { writeCommas } from "../../../src/runtime/parameters/write-commas.ts";
import { writeJson } from "../../../src/runtime/parameters/write-json.ts";

const members = ["Id", "Size", "Serial", "Weight", "On", "At", "Ports", "Zones", "Tags", "Data"];
const limits: Limits = { values: ["a"], range: { min: 1 }, count: { min: 2 } };

interface Port {
  From: number;
}

/** Written as the emitted serializers are. */
function serialize(request: object, validate: ValidationLevel): Record<string, string> | string[] {
  const to = new ParameterWriter({ validate });
  const value: Readonly<Record<string, never>> = { ...request };
  if (to.object("", value, members, "required")) {
    to.string("Id", value.Id, "required", limits);
    to.integer("Size", value.Size, "optional", limits);
    to.long("Serial", value.Serial, "optional");
    to.number("Weight", value.Weight, "optional");
    to.boolean("On", value.On, "optional");
    to.dateTime("At", value.At, "optional");
    to.list<Port>("Ports", value.Ports, "optional", writePort, limits);
    writeCommas(to, "Zones", value.Zones, "optional", (at, key, item) => {
      at.string(key, item, "required");
    });
    to.map("Tags", value.Tags, "optional", (at, key, item) => {
      at.string(key, item, "required");
    });
    writeJson(to, "Data", value.Data, "optional");
  }
  try {
    return to.finish();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return error.issues.map(({ path, rule }) => `${path}: ${rule}`);
  }
}

function writePort(to: ParameterWriter, key: string, value: Port): void {
  if (!to.object(key, value, ["From"], "required")) return;
  to.integer(`${key}.From`, value.From, "required");
}

const lenient = ["required", "off"] as const;

describe.each(lenient)("with validate: %j", (validate) => {
  const sent: [idea: string, request: object, parameters: Record<string, string>][] = [
    ["values there are not", { Id: "b" }, { Id: "b" }],
    ["unknown members", { Other: 1 }, { Other: "1" }],
    ["all of them", { Other: [{ A: true }] }, { "Other.1.A": "true" }],
    [
      "unknown members of items",
      { Ports: [{ From: 1, To: 2 }] },
      { "Ports.1.From": "1", "Ports.1.To": "2" },
    ],
    ["numbers for text", { Id: 1 }, { Id: "1" }],
    ["text for numbers", { Size: "1" }, { Size: "1" }],
    ["fractions for whole numbers", { Size: 0.5 }, { Size: "0.5" }],
    ["large numbers with a fraction", { Weight: 1e21 }, { Weight: "1e+21" }],
    ["any text for digits", { Serial: "many" }, { Serial: "many" }],
    ["text for a boolean", { On: "yes" }, { On: "yes" }],
    ["a number for a date", { At: 5 }, { At: "5" }],
    ["a Date for text", { Id: new Date(0) }, { Id: "1970-01-01T00:00:00Z" }],
    ["text for a list", { Ports: "20/30" }, { Ports: "20/30" }],
    ["an object for a list", { Ports: { From: 1 } }, { "Ports.From": "1" }],
    ["text for an object", { Ports: ["20/30"] }, { "Ports.1": "20/30" }],
    ["a Map for an object", { Ports: [new Map([["From", 1]])] }, { "Ports.1.From": "1" }],
    ["text for a list to be joined", { Zones: "a,b" }, { Zones: "a,b" }],
    ["an object for a list to be joined", { Zones: { a: 1 } }, { "Zones.a": "1" }],
    ["numbers in a list of texts", { Zones: [1, "a,b", ""] }, { Zones: "1,a,b," }],
    ["a list for a map", { Tags: ["a"] }, { "Tags.1": "a" }],
    ["other values in a map", { Tags: { a: [1] } }, { "Tags.a.1": "1" }],
    ["text that is not JSON", { Data: "{" }, { Data: "{" }],
  ];
  for (const [idea, request, parameters] of sent) {
    test(`sends ${idea}`, () => {
      expect(serialize({ Id: "a", ...request }, validate)).toEqual({ Id: "a", ...parameters });
    });
  }

  const cycle: unknown[] = [];
  cycle.push(cycle);
  const refused: [idea: string, request: object, issue: string][] = [
    ["NaN", { Size: NaN }, "Size: not-finite"],
    ["infinities", { Weight: -Infinity }, "Weight: not-finite"],
    ["half a character", { Id: "\ud800" }, "Id: lone-surrogate"],
    ["half a character of a name", { "\ud800": 1 }, '["\\ud800"]: lone-surrogate'],
    ["a function", { Id: () => 1 }, "Id: type"],
    ["a symbol", { Other: Symbol("x") }, "Other: type"],
    ["an object of a class", { Ports: [new URL("http://h")] }, "Ports[0]: type"],
    ["an object between commas", { Zones: [{}] }, "Zones[0]: type"],
    ["a cycle", { Other: cycle }, "Other[0]: cycle"],
    [
      "two values of one name",
      { Ports: [{ From: 1 }], "Ports.1.From": 2 },
      "Ports[0].From: ambiguous-key",
    ],
    ["gaps", { Ports: [null] }, "Ports[0]: missing-item"],
    ["items that send nothing", { Other: [{}, { A: 1 }] }, "Other[0]: empty-item"],
    ["a date that is none", { At: new Date(NaN) }, "At: invalid-date"],
    ["a number that was rounded", { Size: 2 ** 53 }, "Size: unsafe-integer"],
  ];
  for (const [idea, request, issue] of refused) {
    test(`refuses ${idea}`, () => {
      expect(serialize({ Id: "a", ...request }, validate)).toContain(issue);
    });
  }
});

test.each([
  ["full", ["Id: required"]],
  ["required", ["Id: required"]],
  ["off", {}],
] as const)("with validate: %j, what is required and not given is %j", (validate, expected) => {
  expect(serialize({}, validate)).toEqual(expected);
});

const nothing = (validate: ValidationLevel) => () => {
  const to = new ParameterWriter({ validate });
  to.list("A", [], "required", () => undefined);
  to.map("B", {}, "required", () => undefined);
  to.filled("C", undefined, "regionId", "required");
  return to.finish();
};

test.each(["full", "required"] as const)(
  "with validate: %j, lists and maps that are required must not be empty",
  (validate) => {
    expect(nothing(validate)).toThrow(
      [
        "A must have at least one item.",
        "B must have at least one member.",
        "C is required: give it here, or to the client (regionId).",
      ].join("\n- "),
    );
  },
);

test('with validate: "off", they may be', () => {
  expect(nothing("off")()).toEqual({});
});

test("a request that is no object is refused at every level", () => {
  for (const validate of ["off", "required", "full"] as const) {
    const to = new ParameterWriter({ validate });
    to.object("", "text", [], "required");

    expect(() => to.finish()).toThrow("The request must be a plain object, not a string.");
  }
});

test("everything is checked where nothing else is said", () => {
  for (const defaults of [undefined, {}]) {
    const to = new ParameterWriter(defaults);
    to.string("A", "b", "required", limits);

    expect(() => to.finish()).toThrow(RequestError);
  }
});
