import { expect, test } from "vitest";
import { walkMembers } from "../../src/spec/member-path.ts";
import { text } from "./operation-with.ts";

test("members, list items and map values have paths, in the order of the page", () => {
  const paths = walkMembers([
    text("Name"),
    {
      name: "List",
      type: "array",
      required: true,
      items: {
        type: "array",
        items: { type: "object", members: [text("A"), text("B")] },
      },
    },
    { name: "Map", type: "map", required: true, values: { type: "object", members: [text("C")] } },
  ]);

  expect([...paths].map(({ path, member }) => [path, member?.name])).toEqual([
    ["Name", "Name"],
    ["List", "List"],
    ["List[]", undefined],
    ["List[][]", undefined],
    ["List[][].A", "A"],
    ["List[][].B", "B"],
    ["Map", "Map"],
    ["Map{}", undefined],
    ["Map{}.C", "C"],
  ]);
});
