import { describe, expect, test } from "vitest";
import { deriveWaiter } from "../../src/derive/derive-waiter.ts";
import type { Member } from "../../src/spec/operation.ts";

type States = readonly (string | readonly [value: string, meaning: string])[];

function status(name: string, ...states: States): Member {
  const values = states.map((state) =>
    typeof state === "string" ? { value: state } : { value: state[0], meaning: state[1] },
  );
  return { name, type: "string", required: false, line: 7, enum: { closed: false, values } };
}

describe("states are", () => {
  test.each<[idea: string, states: States, expected: object | undefined]>([
    [
      "pending by their ending",
      ["creating", "active"],
      { pending: ["creating"], settled: ["active"] },
    ],
    [
      "pending by common words",
      ["init", "Pending", "Available"],
      { pending: ["init", "Pending"], settled: ["Available"] },
    ],
    [
      "failed by their word",
      ["Creating", "CreateFailed", "Available"],
      { pending: ["Creating"], failed: ["CreateFailed"], settled: ["Available"] },
    ],
    [
      "settled while something runs that can be stopped",
      ["Starting", "Running", "Stopped"],
      { pending: ["Starting"], settled: ["Running", "Stopped"] },
    ],
    [
      "pending while something runs that can be finished",
      ["Running", "Finished", "Failed"],
      { pending: ["Running"], settled: ["Finished"], failed: ["Failed"] },
    ],
    [
      "by their meaning where they are numbers",
      [
        ["0", "创建中。"],
        ["1", "使用中。"],
        ["2", "创建失败。"],
      ],
      { pending: ["0"], settled: ["1"], failed: ["2"] },
    ],
    ["none to wait for where nothing changes by itself", ["on", "off"], undefined],
    ["none to wait for where nothing stays", ["creating", "deleting"], undefined],
  ])("%s", (_, states, expected) => {
    const waiter = deriveWaiter([status("State", ...states)]);

    expect(waiter).toEqual(expected && { state: "State", line: 7, ...expected });
  });
});

test("a member in an object tells a state, too", () => {
  const shelf: Member = {
    name: "Shelf",
    type: "object",
    required: false,
    members: [status("ShelfStatus", "creating", "active")],
  };

  expect(deriveWaiter([shelf])?.state).toBe("Shelf.ShelfStatus");
});

test("the states of a list's items are not the answer's", () => {
  const shelves: Member = {
    name: "Shelves",
    type: "array",
    required: false,
    items: { type: "object", members: [status("State", "creating", "active")] },
  };

  expect(deriveWaiter([shelves])).toBeUndefined();
});

test("of several members the one that is named State counts", () => {
  const members = [status("LockStatus", "locking", "free"), status("State", "creating", "active")];

  expect(deriveWaiter(members)?.state).toBe("State");
});
