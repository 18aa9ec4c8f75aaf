import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { page } from "./page.ts";
import { findings, folderWith, runDocwright } from "./run-docwright.ts";

const product = "library-20200102";

/** A folder with the specs of one page, and what else is wanted in its product's folder. */
async function specsWith(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const named = Object.entries(files).map(([path, text]) => [`${product}/${path}`, text]);
  const specs = folderWith({
    [`${product}/pages/shelf.md`]: page(),
    [`${product}/product.yaml`]: 'product: Library\nversion: "2020-01-02"\nendpoint: example.com\n',
    ...(Object.fromEntries(named) as Record<string, string>),
  });
  await runDocwright("extract", "--out", specs);
  return specs;
}

function overlay(action: string): Record<string, string> {
  return { "overlays/fix.yaml": `actions:\n  - ${action.trim().replaceAll("\n", "\n    ")}\n` };
}

describe("docwright generate", () => {
  test("writes a package for each product's folder", async () => {
    const specs = await specsWith();
    const out = join(specs, "generated");

    const { status, out: printed } = await runDocwright("generate", specs, "--out", out);

    expect(status).toBe(0);
    expect(printed).toContain("library-20200102: 1 operation");
    expect(readdirSync(join(out, product, "src")).sort()).toEqual([
      "client.ts",
      "errors.ts",
      "index.ts",
      "operations",
      "runtime",
      "service.ts",
    ]);
  });

  test("a second run writes nothing", async () => {
    const specs = await specsWith();
    const out = join(specs, "generated");
    await runDocwright("generate", specs, "--out", out);
    const module = join(out, product, "src/operations/make-shelf.ts");
    const before = statSync(module).mtimeMs;

    const { out: printed } = await runDocwright("generate", specs, "--out", out);

    expect(printed).toContain("0 files written, 0 removed");
    expect(statSync(module).mtimeMs).toBe(before);
  });

  test("leaves a package as it was where a template has an error", async () => {
    const specs = await specsWith();
    const out = join(specs, "generated");
    const words = ["generate", specs, "--out", out, "--templates"];
    await runDocwright(...words, folderWith({ "NOTES.md.hbs": "mine" }));

    const { status } = await runDocwright(...words, folderWith({ "NOTES.md.hbs": "{{#each" }));

    expect(status).toBe(1);
    expect(readFileSync(join(out, product, "NOTES.md"), "utf8")).toBe("mine\n");
  });

  test("removes what it wrote and no longer makes, and leaves all else", async () => {
    const specs = await specsWith();
    const out = join(specs, "generated");
    await runDocwright("generate", specs, "--out", out);
    const folder = join(out, product);
    writeFileSync(join(folder, "src/operations/old.ts"), "");
    writeFileSync(join(folder, "notes.txt"), "mine");
    const manifest = join(folder, ".docwright-files");
    writeFileSync(manifest, `${readFileSync(manifest, "utf8")}src/operations/old.ts\n`);

    await runDocwright("generate", specs, "--out", out);

    expect(existsSync(join(folder, "src/operations/old.ts"))).toBe(false);
    expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("mine");
  });

  test("refuses a folder with files that it did not write", async () => {
    const specs = await specsWith();
    const out = join(specs, "generated");
    mkdirSync(join(out, product), { recursive: true });
    writeFileSync(join(out, product, "index.ts"), "mine");

    const { status, err } = await runDocwright("generate", specs, "--out", out);

    expect(status).toBe(1);
    expect(err).toContain("output/not-generated");
    expect(readdirSync(join(out, product))).toEqual(["index.ts"]);
  });

  test("applies overlays", async () => {
    const specs = await specsWith(
      overlay(`
target: { operation: MakeShelf, request: Title }
because: The service takes requests without one.
update: { required: false }`),
    );
    const out = join(specs, "generated");

    await runDocwright("generate", specs, "--out", out);

    const module = readFileSync(join(out, product, "src/operations/make-shelf.ts"), "utf8");
    expect(module).toContain("Title?: string;");
  });
});

describe("a bad spec", () => {
  test("a misspelt key is one finding with its place, and the key that was meant", async () => {
    const specs = await specsWith();
    const spec = join(specs, product, "operations/MakeShelf.yaml");
    writeFileSync(
      spec,
      readFileSync(spec, "utf8").replace("    required: true", "    requird: true"),
    );

    const { status, err } = await runDocwright(
      "generate",
      specs,
      "--out",
      join(specs, "generated"),
    );

    expect(status).toBe(1);
    expect(findings(err)).toEqual(["MakeShelf.yaml:12:5 error spec/unknown-key"]);
    expect(err).toContain('"required"');
    expect(existsSync(join(specs, "generated"))).toBe(false);
  });

  test.each([
    {
      title: "hits no member",
      action: "target: { operation: MakeShelf, request: Titel }\nbecause: A test.\nremove: true",
      found: "fix.yaml:2:13 error overlay/no-target",
    },
    {
      title: "hits no operation",
      action: "target: { operation: MakeShelve }\nbecause: A test.\nupdate: { summary: x }",
      found: "fix.yaml:2:13 error overlay/no-target",
    },
    {
      title: "changes nothing",
      action:
        "target: { operation: MakeShelf, request: Title }\nbecause: A test.\nupdate: { required: true }",
      found: "fix.yaml:2:13 error overlay/no-change",
    },
    {
      title: "has no reason",
      action: "target: { operation: MakeShelf, request: Title }\nremove: true",
      found: "fix.yaml:2:5 error spec/invalid",
    },
  ])("an overlay that $title is reported at its line", async ({ action, found }) => {
    const specs = await specsWith(overlay(action));

    const { status, err } = await runDocwright(
      "generate",
      specs,
      "--out",
      join(specs, "generated"),
    );

    expect(status).toBe(1);
    expect(findings(err)).toEqual([found]);
    expect(existsSync(join(specs, "generated"))).toBe(false);
  });

  test("a folder without specs is said so", async () => {
    const { status, err } = await runDocwright("generate", folderWith({ "notes.txt": "" }));

    expect(status).toBe(1);
    expect(err).toContain("spec/no-operations");
  });
});
