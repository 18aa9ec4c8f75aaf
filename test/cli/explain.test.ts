import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/api/build.ts";
import { page } from "./page.ts";
import { folderWith, runDocwright } from "./run-docwright.ts";

/** A project that has been built, and a way of asking about it. */
async function project() {
  const folder = folderWith({
    "docwright.config.yaml": "products:\n  - pages: docs\n",
    "docs/shelf.md": page(),
  });
  await build({ folder });
  const config = join(folder, "docwright.config.yaml");
  return (...words: readonly string[]) => runDocwright("explain", ...words, "--config", config);
}

/** What is printed, without the folder that the test runs in. */
const shown = (text: string) => text.replaceAll(/[^\s"]*\/docwright-\w+\//g, "");

test("shows the row, what says each thing, and the lines of the code", async () => {
  const run = await project();

  const { status, out, err } = await run("MakeShelf.Rooms.Floor");

  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(shown(out)).toBe(`Library.MakeShelf.Rooms[].Floor  request, version 2020-01-02

docs/shelf.md:13:1
13 | |Rooms.N.Floor|Integer|是|2|楼层。
14 | 
15 |  从1开始。 |

  type      integer
              docs/shelf.md:13:16 “Integer”
  required  true
              docs/shelf.md:13:24 “是”
  example   2
              docs/shelf.md:13:26 “2”

Generated
  generated/library-20200102/src/operations/make-shelf.ts:35 MakeShelfRoom.Floor
      Floor: number;
  generated/library-20200102/src/operations/make-shelf.ts:69 what is sent
      to.integer(\`\${key}.Floor\`, value.Floor, "required");
`);
});

test("gives programs the same", async () => {
  const run = await project();

  const { out } = await run("MakeShelf.Title", "--json");

  expect(JSON.parse(shown(out))).toMatchObject({
    explanations: [{ path: "Title", row: { path: "docs/shelf.md", line: 12, column: 1 } }],
    diagnostics: [],
  });
});

test("ends with 1 where there is no such thing", async () => {
  const run = await project();

  const { status, out, err } = await run("MakeShelf.Titel");

  expect({ status, out }).toEqual({ status: 1, out: "" });
  expect(err).toContain("explain/unknown");
});
