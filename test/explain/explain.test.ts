import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../../src/api/build.ts";
import { explain } from "../../src/api/explain.ts";
import type { Explanation } from "../../src/explain/explanation.ts";
import { folderWith } from "../cli/run-docwright.ts";

const page = `# MakeShelf

Makes a shelf.

[Debug](https://api.example.com/#product=Library&api=MakeShelf&type=RPC&version=2020-01-02)

## Request parameters

|Parameter|Type|Required|Example|Description|
|--|--|--|--|--|
|Action|String|Yes|MakeShelf|The operation. |
|Title|String|Yes|Novels|The title of the shelf. It must be 2 to 40 characters in length. |
|Room.N.Floor|Integer|No|2|The floor. Valid values: 1 to 9. Default value: 1. |
|Room.N.Size|Integer|No|9|The size of the room. Valid values of N: 1 to 5. |
|Kind|String|No|Open|The kind of the shelf. Valid values:

-   **Open**: an open shelf
-   **Closed**: a closed shelf |

## Response parameters

|Parameter|Type|Example|Description|
|--|--|--|--|
|Shelf|Struct| |The shelf. |
|└Id|String|s-1|The ID of the shelf. |
|Title|String|Novels|The title of the shelf. |

## Examples

\`\`\`
{ "Shelf": { "Id": "s-1" }, "Title": "Novels" }
\`\`\`

## Error codes

|HttpCode|Error code|Error message|Description|
|--|--|--|--|
|404|NotFound.Room|The room does not exist.|There is no such room. |
`;

const overlay = `actions:
  - target: { operation: MakeShelf, request: Title }
    because: The form of the service takes 60 characters.
    update: { length: { max: 60 } }
  - target: { operation: MakeShelf, request: Colour }
    because: The page lacks it.
    add: { type: string, required: false }
`;

/** A project that has been built, and what is explained in it. */
async function project() {
  const folder = folderWith({
    "docs/shelf.md": page,
    "docwright.config.yaml": "products:\n  - pages: docs\n",
    "specs/library-20200102/overlays/MakeShelf.yaml": overlay,
  });
  await build({ folder });
  return {
    place: (path: string) => join(folder, path),
    explained: (subject: string) => explain(subject, { folder }),
    one: async (subject: string) => (await explain(subject, { folder })).explanations[0],
  };
}

/** Key, value, line and text of what is true of a subject. */
function factsOf(explanation: Explanation | undefined) {
  return explanation?.facts.map(({ key, value, place, text }) => [key, value, place?.line, text]);
}

describe("explain", () => {
  test("shows the row of a member, and what says each thing about it", async () => {
    const { one, place } = await project();

    const explanation = await one("Library.MakeShelf.Room.Floor");

    expect(explanation).toMatchObject({ kind: "request", path: "Room[].Floor" });
    expect(explanation?.row).toMatchObject({ path: place("docs/shelf.md"), line: 13, column: 1 });
    expect(factsOf(explanation)).toEqual([
      ["type", "integer", 13, "Integer"],
      ["required", "false", 13, "No"],
      ["default", "1", 13, "Default value: 1."],
      ["range", "{ min: 1, max: 9 }", 13, "Valid values: 1 to 9."],
      ["example", "2", 13, "2"],
    ]);
  });

  test("gives line and column of a sentence, not only of its row", async () => {
    const { one } = await project();

    const facts = (await one("MakeShelf.Kind"))?.facts ?? [];

    expect(facts.find(({ key }) => key === "enum")?.place).toMatchObject({ line: 17, column: 7 });
  });

  test("finds what a row inside a list says of the list", async () => {
    const { one } = await project();

    const facts = (await one("MakeShelf.Room"))?.facts ?? [];

    expect(facts.find(({ key }) => key === "count")).toMatchObject({
      from: "sentence",
      place: { line: 14 },
      text: "Valid values of N: 1 to 5.",
    });
  });

  test("says of what an overlay has changed why, and where the overlay is", async () => {
    const { one, place } = await project();

    const explanation = await one("Library.MakeShelf.Title");
    const overlays = place("specs/library-20200102/overlays/MakeShelf.yaml");

    expect(explanation?.overlays).toEqual([
      {
        place: { path: overlays, line: 2, column: 13 },
        change: "update",
        because: "The form of the service takes 60 characters.",
      },
    ]);
    expect(explanation?.facts.find(({ key }) => key === "length")).toMatchObject({
      value: "{ min: 2, max: 60 }",
      from: "overlay",
      place: { path: overlays, line: 2 },
    });
  });

  test("a member that an overlay has added has no row", async () => {
    const { one } = await project();

    const explanation = await one("MakeShelf.Colour");

    expect(explanation?.row).toBeUndefined();
    expect(explanation?.overlays[0]).toMatchObject({
      change: "add",
      because: "The page lacks it.",
    });
  });

  test("says what put a member into another one", async () => {
    const { one } = await project();

    expect((await one("MakeShelf.Shelf.Id"))?.evidence).toMatch(/indented|sample/);
  });

  test("a list that only dotted names imply has the first of their rows", async () => {
    const { one } = await project();

    const explanation = await one("MakeShelf.Room");

    expect(explanation?.row?.line).toBe(13);
    expect(explanation?.evidence).toContain("no row of its own");
  });

  test("shows every part that a name can mean", async () => {
    const { explained } = await project();

    const { explanations } = await explained("MakeShelf.Title");

    expect(explanations.map(({ kind, row }) => [kind, row?.line])).toEqual([
      ["request", 12],
      ["response", 26],
    ]);
  });

  test("shows the row of an error", async () => {
    const { one } = await project();

    const explanation = await one("Library.MakeShelf.NotFound.Room");

    expect(explanation).toMatchObject({ kind: "error", row: { line: 38 } });
    expect(factsOf(explanation)).toEqual([
      ["status", "404", 38, "404"],
      ["message", "The room does not exist.", 38, "The room does not exist."],
      ["meaning", "There is no such room.", 38, "There is no such room."],
    ]);
  });

  test("shows the lines of the code that come from a member", async () => {
    const { one, place } = await project();
    const module = place("generated/library-20200102/src/operations/make-shelf.ts");

    const code = (await one("MakeShelf.Kind"))?.code ?? [];

    expect(new Set(code.map(({ path }) => path))).toEqual(new Set([module]));
    expect(code.map(({ what, text }) => [what, text])).toEqual([
      ["MakeShelfRequest.Kind", "Kind?: Open<MakeShelfKind>;"],
      ["MakeShelfKind", "export const MakeShelfKind = {"],
      ["MakeShelfKind", expect.stringContaining("export type MakeShelfKind =") as string],
      ["what is sent", 'to.string("Kind", request.Kind, "optional");'],
    ]);
  });

  test.each(["MakeShelf.Room[].Floor", "MakeShelf.Room.N.Floor", "makeshelf.Room.1.Floor"])(
    "%s is a way of writing it",
    async (subject) => {
      const { one } = await project();

      expect((await one(subject))?.path).toBe("Room[].Floor");
    },
  );

  test("a member that is not there is an error that says which one is near", async () => {
    const { explained } = await project();

    const { ok, explanations, diagnostics } = await explained("MakeShelf.Rooms.Floor");

    expect({ ok, explanations }).toEqual({ ok: false, explanations: [] });
    expect(diagnostics[0]?.message).toContain("There is: Room.Floor.");
  });

  test("an operation that is not there is an error that says which one is near", async () => {
    const { explained } = await project();

    const { diagnostics } = await explained("Library.MakeShelfs.Title");

    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["explain/unknown", expect.stringContaining("There is: Library.MakeShelf.") as string],
    ]);
  });
});
