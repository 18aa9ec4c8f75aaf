import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layOut, pageOf, type Desk } from "../build/desk.ts";
import { propertyRuns } from "./property-runs.ts";

const home = "specs/library-20200102";
const names = ["MakeShelf", "MakeRoom", "MakeCase", "MakeBox"] as const;
const overlay = (name: string, max: number) => `actions:
  - target: { operation: ${name}, request: "Rooms[].Floor" }
    because: Houses have no more floors.
    update: { range: { min: 1, max: ${max} } }
`;

/** What a maintainer may do between two builds. */
type Edit = (desk: Desk) => void;

const anyName = fc.constantFrom(...names);
const pageText = fc
  .record({
    prose: fc.constantFrom("书架的标题。", "名称。", "标题，取值：a、b。"),
    type: fc.constantFrom("String", "Integer", "Struct"),
    required: fc.constantFrom("是", "否", "也许"),
    sample: fc.constantFrom('{"ShelfId": "s-1"}', '{"Shelf": {"ShelfId": [{"A": 1}]}}', "{"),
  })
  .map(
    ({ prose, type, required, sample }) =>
      (name: string) =>
        pageOf(name, {
          rows: `|Title|${type}|${required}|Novels|${prose} |\n|Rooms.N.Floor|Integer|是|2|楼层。 |`,
        }).replace('{"ShelfId": "s-1"}', sample),
  );

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(anyName, pageText).map(([name, text]): Edit => (desk) => {
      desk.write(`docs/${name}.md`, text(name));
    }),
  },
  anyName.map((name): Edit => (desk) => {
    rmSync(join(desk.folder, `docs/${name}.md`), { force: true });
  }),
  anyName.map((name): Edit => (desk) => {
    desk.write(`docs/zz/other.md`, pageOf(name).replace("书架的标题", "别的"));
  }),
  fc
    .tuple(anyName, fc.constantFrom("Depth", "Width", "Floor"))
    .map(([name, row]): Edit => (desk) => {
      // A page of another language, which may know what the first one does not.
      const rows = `|${row}|Integer|是|2|In centimetres. |`;
      desk.write(`docs/intl.en-US/${name}.md`, pageOf(name, { rows }));
    }),
  anyName.map((name): Edit => (desk) => {
    rmSync(join(desk.folder, `docs/intl.en-US/${name}.md`), { force: true });
  }),
  fc.tuple(anyName, fc.integer({ min: 0, max: 3 })).map(([name, max]): Edit => (desk) => {
    desk.write(`${home}/overlays/floors.yaml`, overlay(name, max));
  }),
  fc.constant<Edit>((desk) => {
    rmSync(join(desk.folder, `${home}/overlays`), { recursive: true, force: true });
  }),
  fc.constantFrom("a.example.com", "b.example.com").map((endpoint): Edit => (desk) => {
    desk.write(
      `${home}/product.yaml`,
      `product: Library\nversion: "2020-01-02"\nendpoint: ${endpoint}\n`,
    );
  }),
  anyName.map((name): Edit => (desk) => {
    rmSync(join(desk.folder, `${home}/operations/${name}.yaml`), { force: true });
  }),
  fc.constant<Edit>((desk) => {
    rmSync(join(desk.folder, "generated/library-20200102/src/client.ts"), { force: true });
  }),
);

/** All output, without what builds remember. */
function outputOf(desk: Desk): Record<string, string> {
  return Object.fromEntries(
    Object.entries(desk.files()).filter(([path]) => !path.includes(".docwright/")),
  );
}

function packageOf(desk: Desk): Record<string, string> {
  const folder = "generated/library-20200102";
  return desk.has(folder) ? desk.files(folder) : {};
}

test("whatever is edited, a build after it makes what a build of all would make", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      async (rounds) => {
        const desk = layOut({ "docs/MakeShelf.md": pageOf("MakeShelf") });
        for (const edits of rounds) {
          for (const edit of edits) edit(desk);
          const before = packageOf(desk);
          const { findings } = await desk.build();
          // What cannot be corrected stays as it was.
          const uncorrected = findings.some((finding) => finding.startsWith("overlay/"));
          if (uncorrected) expect(packageOf(desk)).toEqual(before);
        }
        const incremental = outputOf(desk);
        rmSync(join(desk.folder, "generated/.docwright"), { recursive: true });
        await desk.build();

        expect(outputOf(desk)).toEqual(incremental);
        expect(await desk.build()).toMatchObject({ fresh: true });
      },
    ),
    propertyRuns(25),
  );
}, 120_000);
