import { describe, expect, test } from "vitest";
import { layOut, pageOf } from "./desk.ts";

const home = "specs/library-20200102";
const spec = `${home}/operations/MakeShelf.yaml`;
const positions = `${home}/positions/MakeShelf.json`;
const row = "|Colour|String|否|red|书架的颜色。 |\n";

/** A page with a row more before that of a parameter. */
function pageWithRow(action: string): string {
  return pageOf(action).replace(/(\|Rooms\.N\.Floor\|)/, `${row}$1`);
}

function linesIn(text: string): Record<string, unknown> {
  return (JSON.parse(text) as { readonly lines: Record<string, unknown> }).lines;
}

describe("the positions of an operation", () => {
  test("lie beside its spec, which has none", async () => {
    const desk = layOut({ "docs/shelf.md": pageOf("MakeShelf") });
    await desk.build();

    expect(desk.read(spec)).not.toMatch(/\bline:/);
    expect(linesIn(desk.read(positions))).toMatchObject({ "request Title": 12 });
    expect(desk.has("specs/schema/positions.schema.json")).toBe(true);
    expect(await desk.build()).toMatchObject({ fresh: true });
  });

  test("are all that changes in the specs where the page has a paragraph more", async () => {
    const desk = layOut({ "docs/shelf.md": pageOf("MakeShelf") });
    await desk.build();
    const before = desk.files();
    desk.write("docs/shelf.md", pageOf("MakeShelf").replace("## 请求参数", "\n\n## 请求参数"));

    expect(await desk.build()).toMatchObject({ written: [positions], removed: [] });
    expect(linesIn(desk.read(positions))).toMatchObject({ "request Title": 14 });
    expect(desk.read(spec)).toBe(before[spec]);
  });

  test("move with a row that is inserted, and the spec has nothing new but its member", async () => {
    const desk = layOut({ "docs/shelf.md": pageOf("MakeShelf") });
    await desk.build();
    const before = desk.read(spec).split("\n");
    desk.write("docs/shelf.md", pageWithRow("MakeShelf"));
    await desk.build();
    const added = desk.read(spec).split("\n").length - before.length;

    expect(added).toBe(5);
    expect(before.filter((line) => !desk.read(spec).includes(line))).toEqual([]);
  });

  test.each([
    ["removed", undefined],
    ["edited", "{}"],
  ])("are written again where they have been %s", async (_, text) => {
    const desk = layOut({ "docs/shelf.md": pageOf("MakeShelf") });
    await desk.build();
    const before = desk.read(positions);
    if (text === undefined) desk.remove(positions);
    else desk.write(positions, text);

    expect(await desk.build()).toMatchObject({ written: [positions], removed: [] });
    expect(desk.read(positions)).toBe(before);
  });

  test("go with the operation", async () => {
    const desk = layOut({
      "docs/shelf.md": pageOf("MakeShelf"),
      "docs/room.md": pageOf("MakeRoom"),
    });
    await desk.build();
    desk.remove("docs/shelf.md");

    expect((await desk.build({ prune: true })).removed).toEqual(
      expect.arrayContaining([spec, positions]),
    );
    expect(Object.keys(desk.files(`${home}/positions`))).toEqual([
      `${home}/positions/MakeRoom.json`,
    ]);
  });

  test("go with the operation, too, where no build is remembered", async () => {
    const desk = layOut({
      "docs/shelf.md": pageOf("MakeShelf"),
      "docs/room.md": pageOf("MakeRoom"),
    });
    await desk.build();
    for (const path of Object.keys(desk.files("generated/.docwright"))) desk.remove(path);
    desk.remove("docs/shelf.md");

    expect((await desk.build({ prune: true })).removed).toEqual(
      expect.arrayContaining([spec, positions]),
    );
  });

  test("stay where the page has an error, as the spec does", async () => {
    const desk = layOut({
      "docs/shelf.md": pageOf("MakeShelf"),
      "docs/room.md": pageOf("MakeRoom"),
    });
    await desk.build();
    const before = [desk.read(spec), desk.read(positions)];
    desk.write(
      "docs/shelf.md",
      pageOf("MakeShelf", { rows: "|Title|String|也许|Novels|书架的标题。 |" }),
    );

    expect((await desk.build()).removed).toEqual([]);
    expect([desk.read(spec), desk.read(positions)]).toEqual(before);
  });

  test("are removed where their spec is gone, and other files beside them are left", async () => {
    const desk = layOut({ "docs/shelf.md": pageOf("MakeShelf") });
    await desk.build();
    const left = desk.read(positions);
    desk.write(`${home}/positions/Gone.json`, left);
    desk.write(`${home}/positions/mine.json`, '{ "mine": true }');
    desk.write(`${home}/positions/README.md`, left);

    expect(await desk.build()).toMatchObject({
      written: [],
      removed: [`${home}/positions/Gone.json`],
    });
    expect(desk.has(`${home}/positions/mine.json`)).toBe(true);
    expect(desk.has(`${home}/positions/README.md`)).toBe(true);
    expect(await desk.build()).toMatchObject({ fresh: true });
  });

  test("name the lines of another page where that documents a member", async () => {
    const english = pageWithRow("MakeShelf");
    const desk = layOut({
      "docs/cn.zh-CN/shelf.md": pageOf("MakeShelf"),
      "docs/intl.zh-CN/shelf.md": english,
    });
    await desk.build();

    expect(desk.read(spec)).toMatch(/name: Colour\n(?: {4}.*\n)*? {4}page: .*shelf\.md/);
    expect(linesIn(desk.read(positions))).toHaveProperty("request Colour");
  });
});
