import { describe, expect, test } from "vitest";
import { overlay } from "../../src/spec/overlay.ts";
import { readYaml } from "../../src/spec/read-yaml.ts";
import { findingsIn } from "./findings-in.ts";

function findings(...action: readonly string[]) {
  const text = [
    "actions:",
    ...action.map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`)),
  ];
  return findingsIn(`${text.join("\n")}\n`, (source, report) => readYaml(source, overlay, report));
}

const target = "target: { operation: A, request: B }";

test.each([
  ["target: { operation: A }", "update: { summary: x }"],
  ["target: { operation: A, request: 'B[].C' }", "add: { type: string, required: true }"],
  ["target: { operation: A, response: B }", "remove: true"],
  ["target: { operation: A, error: C.D }", "update: { status: null }"],
])("%s takes %s", (target, what) => {
  expect(findings(target, "because: of a test", what)).toEqual([]);
});

describe("an action is refused that", () => {
  test.each([
    ["says what to do twice", [target, "because: x", "update: {}", "remove: true"], "2:5"],
    ["says nothing to do", [target, "because: x"], "2:5"],
    ["gives no reason", [target, "remove: true"], "2:5"],
    ["gives an empty reason", [target, 'because: ""', "remove: true"], "3:14"],
    ["names what it adds a second time", [target, "because: x", "add: { name: C }"], "4:10"],
    ["does not remove", [target, "because: x", "remove: false"], "4:13"],
  ])("%s", (_, lines, place) => {
    expect(findings(...lines)).toEqual([["spec/invalid", place, expect.anything()]]);
  });

  test.each([
    ["has a misspelt key", [target, "becuase: x", "remove: true"], "3:5", "because"],
    [
      "has a misspelt target",
      ["target: { operation: A, reqest: B }", "because: x", "remove: true"],
      "2:29",
      "request",
    ],
  ])("%s", (_, lines, place, suggestion) => {
    expect(findings(...lines)).toEqual([
      ["spec/unknown-key", place, expect.objectContaining({ suggestion })],
    ]);
  });
});
