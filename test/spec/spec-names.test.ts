import { expect, test } from "vitest";
import { specNames } from "../../src/spec/spec-names.ts";

test("an operation's file is named like it", () => {
  expect([...specNames(["MakeShelf", "MakeRoom"])]).toEqual([
    ["MakeRoom", "MakeRoom"],
    ["MakeShelf", "MakeShelf"],
  ]);
});

test("two operations whose names differ in case only have two files where case does not count", () => {
  const names = specNames(["MakeShelF", "MakeShelf", "MAKEShelf", "MakeRoom"]);

  expect([...names.values()]).toEqual(["MAKEShelf", "MakeRoom", "MakeShelF-2", "MakeShelf-3"]);
});

test("the names are the same in whatever order operations come, and however often", () => {
  const actions = ["MakeShelf", "MakeShelF", "MakeRoom"];

  expect(specNames([...actions, ...actions].reverse())).toEqual(specNames(actions));
});
