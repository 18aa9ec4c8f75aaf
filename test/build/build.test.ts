import { cpSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../cli/run-docwright.ts";
import { layOut, pageOf } from "./desk.ts";

const home = "specs/library-20200102";
const shelfSpec = `${home}/operations/MakeShelf.yaml`;
const shelfModule = "generated/library-20200102/src/operations/make-shelf.ts";
const roomModule = "generated/library-20200102/src/operations/make-room.ts";

const broken = pageOf("MakeShelf", { rows: "|Title|String|也许|Novels|书架的标题。 |" });

function twoPages() {
  return layOut({ "docs/shelf.md": pageOf("MakeShelf"), "docs/room.md": pageOf("MakeRoom") });
}

describe("a build", () => {
  test("makes one operation of names that differ in letter case only, and reports the other spelling", async () => {
    const desk = layOut({ "docs/a.md": pageOf("MakeShelf"), "docs/b.md": pageOf("Makeshelf") });

    expect(await desk.build()).toMatchObject({
      findings: ["extract/case-twin b.md", "extract/duplicate-operation b.md"],
      packages: ["generated/library-20200102: 1"],
    });
    expect(Object.keys(desk.files(`${home}/operations`))).toEqual([shelfSpec]);
    expect(await desk.build()).toMatchObject({ fresh: true });
  });

  test("spells an operation as most of its pages do", async () => {
    const desk = layOut({
      "docs/a.md": pageOf("MakeShelF"),
      "docs/b.md": pageOf("MakeShelf"),
      "docs/c.md": pageOf("MakeShelf"),
    });
    await desk.build();

    expect(desk.read(shelfSpec)).toContain("action: MakeShelf\n");
  });

  test("of a product whose name leads out of the folder of specs touches nothing there", async () => {
    const desk = layOut({
      "docs/a.md": pageOf("MakeShelf").replace("product=Library", "product=../mine/Library"),
      "mine/library-20200102/operations/Theirs.yaml": "product: [",
      "mine/library-20200102/product.yaml": "theirs",
    });
    const before = desk.files("mine");

    expect((await desk.build()).findings).toEqual(["derive/unusable-name a.md"]);
    expect(desk.files("mine")).toEqual(before);
  });

  test("makes specs and packages from pages, where they lie", async () => {
    const desk = twoPages();

    expect(await desk.build()).toMatchObject({
      fresh: false,
      findings: [],
      packages: ["generated/library-20200102: 2"],
    });
    expect(desk.read(shelfSpec)).toContain("page: ../../docs/shelf.md");
    expect(desk.read(shelfModule)).toContain("export function makeShelf(");
    expect(desk.has("specs/schema/operation.schema.json")).toBe(true);
  });

  test("that finds nothing changed does nothing", async () => {
    const desk = twoPages();
    await desk.build();
    const before = desk.times();

    expect(await desk.build()).toMatchObject({ fresh: true, written: [], removed: [] });
    expect(desk.times()).toEqual(before);
  });

  test("does nothing for a page that is only touched", async () => {
    const desk = twoPages();
    await desk.build();
    utimesSync(join(desk.folder, "docs/shelf.md"), 1, 1);

    expect(await desk.build()).toMatchObject({ fresh: true });
  });

  test("writes only what a changed page changes", async () => {
    const desk = twoPages();
    await desk.build();
    desk.write("docs/shelf.md", desk.read("docs/shelf.md").replace("书架的标题", "书架的名称"));

    expect((await desk.build()).written).toEqual([shelfModule, shelfSpec]);
  });

  test("removes what a page made that is gone", async () => {
    const desk = twoPages();
    await desk.build();
    desk.remove("docs/room.md");

    expect(await desk.build({ prune: true })).toMatchObject({
      removed: [roomModule, `${home}/operations/MakeRoom.yaml`, `${home}/positions/MakeRoom.json`],
      findings: ["build/removed library-20200102"],
    });
    expect(desk.read("generated/library-20200102/src/client.ts")).not.toContain("makeRoom");
  });

  test("puts right what somebody changed or removed in its output", async () => {
    const desk = twoPages();
    await desk.build();
    const right = desk.files("generated");
    desk.write(roomModule, "// mine");
    desk.remove(shelfModule);

    expect((await desk.build()).written).toEqual([roomModule, shelfModule]);
    expect(desk.files("generated")).toEqual(right);
  });

  test("of a folder of pages that is not there changes nothing", async () => {
    const desk = twoPages();
    await desk.build();
    const before = desk.times();
    const mistyped = desk.as({ products: [{ pages: "dosc" }] });

    expect(await mistyped.build()).toMatchObject({
      findings: ["file/unreadable dosc"],
      removed: [],
    });
    expect(desk.times()).toEqual(before);
  });

  test("of other pages leaves what was built of these", async () => {
    const desk = twoPages();
    await desk.build();
    desk.write("more/case.md", pageOf("MakeCase").replaceAll("Library", "Archive"));

    expect(await desk.as({ products: [{ pages: "more" }] }).build()).toMatchObject({ removed: [] });
    expect(desk.has(shelfModule)).toBe(true);
  });

  test("leaves no empty folders where there was something", async () => {
    const desk = twoPages();
    await desk.build();
    desk.remove("docs/shelf.md");
    desk.remove("docs/room.md");
    await desk.build({ prune: true });

    expect(desk.has("generated/library-20200102")).toBe(false);
    expect(desk.has(home)).toBe(false);
  });

  test("leaves alone what is not its own", async () => {
    const desk = twoPages();
    await desk.build();
    desk.write("generated/library-20200102/src/mine.ts", "// mine");
    desk.write("generated/notes.md", "mine");
    desk.write("docs/shelf.md", pageOf("MakeCase"));
    await desk.build();

    expect(desk.read("generated/library-20200102/src/mine.ts")).toBe("// mine");
    expect(desk.read("generated/notes.md")).toBe("mine");
  });

  test("refuses a folder that it did not write", async () => {
    const desk = layOut({
      "docs/shelf.md": pageOf("MakeShelf"),
      "generated/library-20200102/index.ts": "mine",
    });

    expect((await desk.build()).findings).toEqual(["output/not-generated library-20200102"]);
    expect(desk.files("generated/library-20200102")).toEqual({
      "generated/library-20200102/index.ts": "mine",
    });
  });

  test("that cannot write its packages writes no specs, either", async () => {
    const desk = twoPages();
    await desk.build();
    const before = desk.files("specs");
    desk.remove(shelfModule);
    desk.write(`${shelfModule}/mine.ts`, "// mine");
    desk.write("docs/shelf.md", desk.read("docs/shelf.md").replace("书架的标题", "书架的名称"));

    await expect(desk.build()).rejects.toThrow("is a folder");
    expect(desk.files("specs")).toEqual(before);
  });

  test("writes nothing through a link that leads out of its folder", async () => {
    const elsewhere = folderWith({});
    const desk = twoPages();
    desk.write("generated/readme.txt", "mine");
    symlinkSync(elsewhere, join(desk.folder, "generated/library-20200102"));

    await expect(desk.build()).rejects.toThrow("leaves");
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(desk.has("specs")).toBe(false);
  });
});

describe("a page with an error", () => {
  test("fails its own operation, and the others are built", async () => {
    const desk = layOut({ "docs/shelf.md": broken, "docs/room.md": pageOf("MakeRoom") });

    expect(await desk.build()).toMatchObject({
      findings: ["derive/unclear-required shelf.md"],
      packages: ["generated/library-20200102: 1"],
    });
    expect(desk.has(roomModule)).toBe(true);
    expect(desk.has(shelfModule)).toBe(false);
  });

  test("leaves what it made when it was right", async () => {
    const desk = twoPages();
    await desk.build();
    const before = desk.files("generated/library-20200102");
    desk.write("docs/shelf.md", broken);
    desk.write("docs/room.md", desk.read("docs/room.md").replace("书架的标题", "房间的名称"));

    expect((await desk.build()).written).toEqual([roomModule, `${home}/operations/MakeRoom.yaml`]);
    expect(desk.read(shelfModule)).toBe(before[shelfModule]);
  });

  test("removes nothing, were it the only one", async () => {
    const desk = layOut({ "docs/shelf.md": pageOf("MakeShelf") });
    await desk.build();
    desk.write("docs/shelf.md", broken);

    expect(await desk.build()).toMatchObject({
      written: [],
      removed: [],
      packages: ["generated/library-20200102: 1"],
    });
  });

  test("leaves nothing once it documents nothing", async () => {
    const desk = twoPages();
    await desk.build();
    writeFileSync(join(desk.folder, "docs/room.md"), Buffer.from([0xff]));
    expect(await desk.build()).toMatchObject({
      findings: ["file/unreadable room.md"],
      removed: [],
    });
    desk.write("docs/room.md", "");

    expect((await desk.build({ prune: true })).removed).toEqual([
      roomModule,
      `${home}/operations/MakeRoom.yaml`,
      `${home}/positions/MakeRoom.json`,
    ]);
  });

  test("is told again by a build that has nothing to do", async () => {
    const desk = layOut({ "docs/shelf.md": broken, "docs/room.md": pageOf("MakeRoom") });
    const first = await desk.build();

    expect(await desk.build()).toMatchObject({ fresh: true, findings: first.findings });
  });

  test("gives way to another page of its operation", async () => {
    const desk = layOut({ "docs/a.md": broken, "docs/b.md": pageOf("MakeShelf") });

    await desk.build();

    expect(desk.read(shelfSpec)).toContain("page: ../../docs/b.md");
  });
});

describe("corrections", () => {
  const overlay = (range: string) =>
    `actions:
  - target: { operation: MakeShelf, request: "Rooms[].Floor" }
    because: Houses have no more floors.
    update: { range: { min: 1, max: ${range} } }
`;

  test("that is taken back leaves what there was before it", async () => {
    const desk = layOut({ "docs/MakeShelf.md": pageOf("MakeShelf") });
    await desk.build();
    const before = desk.files("generated/library-20200102");
    desk.write(`${home}/overlays/floors.yaml`, overlay("9"));
    await desk.build();

    desk.remove(`${home}/overlays/floors.yaml`);
    await desk.build();

    expect(desk.files("generated/library-20200102")).toEqual(before);
  });

  test("with an error does not make a build forget what is missing of the package", async () => {
    const desk = layOut({ "docs/MakeShelf.md": pageOf("MakeShelf") });
    await desk.build();
    const before = desk.files("generated/library-20200102");
    desk.write(`${home}/overlays/floors.yaml`, "actions: 1\n");
    desk.remove("generated/library-20200102/src/client.ts");
    await desk.build();
    desk.remove(`${home}/overlays/floors.yaml`);
    desk.write("docs/MakeShelf.md", pageOf("MakeShelf").replace("书架的标题", "书架的名称"));

    await desk.build();

    expect(Object.keys(desk.files("generated/library-20200102"))).toEqual(Object.keys(before));
  });

  test("are applied again when their page changes", async () => {
    const desk = twoPages();
    desk.write(`${home}/overlays/floors.yaml`, overlay("9"));
    await desk.build();
    desk.write("docs/shelf.md", desk.read("docs/shelf.md").replace("书架的标题", "书架的名称"));
    await desk.build();

    expect(desk.read(shelfModule)).toContain("max: 9");
  });

  test("that change build only the operations that they are about", async () => {
    const desk = twoPages();
    desk.write(`${home}/overlays/floors.yaml`, overlay("9"));
    await desk.build();
    desk.write(`${home}/overlays/floors.yaml`, overlay("12"));

    expect((await desk.build()).written).toEqual([shelfModule]);
  });

  test("with an error leave the package as it was, and the specs are built", async () => {
    const desk = twoPages();
    await desk.build();
    desk.write(`${home}/overlays/floors.yaml`, overlay("0"));
    desk.write("docs/shelf.md", desk.read("docs/shelf.md").replace("书架的标题", "书架的名称"));

    expect(await desk.build()).toMatchObject({
      findings: ["overlay/invalid-result floors.yaml"],
      written: [shelfSpec],
    });
  });

  test("with an error that stays leave the package through any number of builds", async () => {
    const desk = twoPages();
    await desk.build();
    const before = desk.files("generated/library-20200102");
    desk.write(`${home}/overlays/floors.yaml`, overlay("0"));
    for (const name of ["书架的名称", "书架的称呼", "书架"]) {
      desk.write("docs/shelf.md", pageOf("MakeShelf").replace("书架的标题", name));
      await desk.build();
    }
    expect(desk.files("generated/library-20200102")).toEqual(before);

    desk.remove(`${home}/overlays/floors.yaml`);
    await desk.build();
    expect(desk.read(shelfModule)).toContain("书架。");
  });

  test("of an operation whose page has an error are no error themselves", async () => {
    const desk = layOut({ "docs/shelf.md": broken, "docs/room.md": pageOf("MakeRoom") });
    desk.write(`${home}/overlays/floors.yaml`, overlay("9"));

    expect((await desk.build()).findings).toEqual(["derive/unclear-required shelf.md"]);
  });
});

test("two builds of one project, wherever it lies, are the same to the last byte", async () => {
  const [one, two] = [twoPages(), twoPages()];
  await one.build();
  await two.build();

  expect(two.files()).toEqual(one.files());
});

test("a project that was moved is not built anew", async () => {
  const one = twoPages();
  await one.build();
  const two = layOut({});
  cpSync(one.folder, two.folder, { recursive: true });

  expect(await two.build()).toMatchObject({ fresh: true });
});

test("what a build left behind can be damaged or lost", async () => {
  const desk = twoPages();
  await desk.build();
  const right = desk.files("generated/library-20200102");
  desk.write("generated/.docwright/details.json", "{");
  desk.write("docs/new.md", pageOf("MakeCase"));
  await desk.build();
  desk.remove("docs/new.md");
  desk.write("generated/.docwright/record.json", "");
  await desk.build({ prune: true });

  expect(desk.files("generated/library-20200102")).toEqual(right);
});

describe("what a build leaves for the next one", () => {
  test("goes nowhere else through a link in the place of its folder", async () => {
    const desk = twoPages();
    desk.write("mine/details.json", "mine");
    desk.write("generated/.gitkeep", "");
    symlinkSync(join(desk.folder, "mine"), join(desk.folder, "generated/.docwright"));
    await desk.build();

    expect(desk.files("mine")).toEqual({ "mine/details.json": "mine" });
    expect((await desk.build()).fresh).toBe(true);
  });

  test("nor through links in the place of its files", async () => {
    const desk = twoPages();
    desk.write("mine.txt", "mine");
    for (const name of [".gitignore", "operations.jsonl", "details.json", "record.json.new"]) {
      desk.write(`generated/.docwright/${name}.txt`, "");
      symlinkSync(join(desk.folder, "mine.txt"), join(desk.folder, "generated/.docwright", name));
    }
    await desk.build();

    expect(desk.read("mine.txt")).toBe("mine");
  });
});
