import { expect, test } from "vitest";
import { isReadOnly } from "../../src/derive/is-read-only.ts";

test.each(["DescribeThings", "GetThing", "ListThings", "QueryThings", "List"])(
  "%s reads",
  (action) => {
    expect(isReadOnly(action)).toBe(true);
  },
);

test.each(["CreateThing", "Listen", "GettingStarted", "SetList", "DeleteThing", "CheckThing"])(
  "%s may change something",
  (action) => {
    expect(isReadOnly(action)).toBe(false);
  },
);
