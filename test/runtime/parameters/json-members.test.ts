import { describe, expect, test } from "vitest";
import {
  ParameterWriter,
  type Presence,
  RequestError,
  type ValidationLevel,
} from "../../../src/runtime/index.ts";
import { writeJson } from "../../../src/runtime/parameters/write-json.ts";

interface Rule {
  Name: string;
  Ports?: readonly (number | null)[] | null;
  Labels?: Readonly<Record<string, string>>;
}

const members = ["Name", "Ports", "Labels"];

/** Written as the emitted writers are. */
function writeRule(
  to: ParameterWriter,
  key: string,
  value: Rule | undefined,
  presence: Presence = "required",
): void {
  if (!to.object(key, value, members, presence)) return;
  to.string(`${key}.Name`, value.Name, "required", { length: { max: 4 } });
  to.list(
    `${key}.Ports`,
    value.Ports,
    "optional",
    (at, inner, port) => {
      at.integer(inner, port, "required", { range: { min: 1 } });
    },
    { count: { max: 2 } },
  );
  to.map(`${key}.Labels`, value.Labels, "optional", (at, inner, label) => {
    at.string(inner, label, "required");
  });
}

/** The JSON text, or what is wrong: `path: rule`. */
function json(rules: unknown, validate: ValidationLevel = "full"): string | undefined | string[] {
  const to = new ParameterWriter({ validate });
  writeJson(to, "Rules", rules as readonly Rule[], "required", (at, key, value) => {
    at.list(key, value, "required", writeRule);
  });
  try {
    return to.finish().Rules;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return error.issues.map(({ path, rule }) => `${path}: ${rule}`);
  }
}

describe("members within JSON", () => {
  const cases: [idea: string, rules: unknown, expected: string | string[]][] = [
    ["are written", [{ Name: "a", Ports: [1] }], '[{"Name":"a","Ports":[1]}]'],
    ["keep their order", [{ Ports: [], Name: "a" }], '[{"Ports":[],"Name":"a"}]'],
    ["are null where they are null", [{ Name: "a", Ports: null }], '[{"Name":"a","Ports":null}]'],
    ["are left out where they are undefined", [{ Name: "a", x: undefined }], '[{"Name":"a"}]'],
    ["may be empty", [], "[]"],
    ["may be JSON text already, of any form", '{"x":1}', '{"x":1}'],
    ["are missed", [{}], ["Rules[0].Name: required"]],
    ["are missed where they are null", [{ Name: null }], ["Rules[0].Name: required"]],
    ["are known", [{ Name: "a", Nmae: 1 }], ["Rules[0].Nmae: unknown-member"]],
    ["are of their type", [{ Name: 1 }], ["Rules[0].Name: type"]],
    ["are whole numbers", [{ Name: "a", Ports: [1.5] }], ["Rules[0].Ports[0]: not-integer"]],
    ["are of their length", [{ Name: "abcde" }], ["Rules[0].Name: length"]],
    ["are within their range", [{ Name: "a", Ports: [1, 0] }], ["Rules[0].Ports[1]: range"]],
    ["are not too many", [{ Name: "a", Ports: [1, 2, 3] }], ["Rules[0].Ports: count"]],
    ["have no gaps", [{ Name: "a", Ports: [null] }], ["Rules[0].Ports[0]: missing-item"]],
    ["are objects", ["a"], ["Rules[0]: type"]],
    ["are a list", { Name: "a" }, ["Rules: type"]],
    ["have names", [{ Name: "a", Labels: { "b c": 1 } }], ['Rules[0].Labels["b c"]: type']],
    [
      "are told once, with everything that is wrong with them",
      [{ Name: NaN, Ports: [Infinity, () => 1], Labels: { b: "\ud800" } }],
      [
        "Rules[0].Name: type",
        "Rules[0].Ports[0]: not-finite",
        "Rules[0].Ports[1]: type",
        "Rules[0].Labels.b: lone-surrogate",
      ],
    ],
  ];
  for (const [idea, rules, expected] of cases) {
    test(idea, () => {
      expect(json(rules)).toEqual(expected);
    });
  }
});

describe("with less validation, members within JSON", () => {
  const wrong = [{ Name: 1, Nmae: ["x"], Ports: [null, 0.5, {}], Labels: { a: true } }, "rule"];

  test.each(["required", "off"] as const)("are written by what they are: %s", (validate) => {
    expect(json(wrong, validate)).toBe(JSON.stringify(wrong));
  });
  test("are missed only where they are required", () => {
    expect([json([{}], "required"), json([{}], "off")]).toEqual([
      ["Rules[0].Name: required"],
      "[{}]",
    ]);
  });
  test.each(["required", "off"] as const)("must be what JSON can hold: %s", (validate) => {
    expect(json([{ Name: NaN, x: () => 1 }, undefined], validate)).toEqual([
      "Rules[0].Name: not-finite",
      "Rules[0].x: type",
      "Rules[1]: missing-item",
    ]);
  });
});
