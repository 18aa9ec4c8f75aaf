import { spawnSync } from "node:child_process";
import { relative } from "node:path";
import { format } from "prettier";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createSource } from "../../src/text/source.ts";
import { folderWith } from "../cli/run-docwright.ts";
import { layOut } from "../build/desk.ts";
import { edits, type Edit, type EditablePage } from "./changes/edits.ts";
import { corpus, noCorpus, pagePaths, pageText } from "./corpus-pages.ts";
import { readText } from "./read-text.ts";

/** The seed of the pages and of the rows that are edited: see changes/README.md. */
const seed = 20_270_301;

/** At most so many lines of a spec change with a fact. */
const allowed = 1.5;

const products = ["cdn", "ecs", "ga", "mongodb", "ram", "vod"];
const languages = ["cn.zh-CN", "intl.en-US"];
const wanted = 100;

test("a spec changes by no more than what its page says otherwise", async (context) => {
  if (corpus === "") {
    context.skip(noCorpus);
    return;
  }
  const next = random(seed);
  const pages = pickPages(next);
  const desk = layOut(Object.fromEntries(pages.map(({ file, text }) => [file, text])));
  const specs = () => {
    const files = Object.entries(desk.files("specs"));
    return Object.fromEntries(files.filter(([path]) => path.includes("/operations/")));
  };
  await desk.build();
  const before = specs();
  expect(Object.keys(before)).toHaveLength(wanted);

  const record: Record<string, unknown> = { pages: pages.length, seed };
  for (const [name, edit] of Object.entries(edits)) {
    const edited = pages.map((page) => ({ page, ...editOf(page, edit, next) }));
    for (const { page, text } of edited) desk.write(page.file, text);
    await desk.build();
    const after = specs();
    const lines = changedLines(before, after);
    const facts = edited.reduce((sum, { page, countFacts }) => {
      const [old, now] = [before, after].map((files) => specOf(files, page));
      return sum + countFacts(old ?? {}, now ?? {});
    }, 0);
    const total = [...lines.values()].reduce((sum, count) => sum + count, 0);
    record[name] = {
      facts,
      "changed lines": total,
      "lines for a fact": Math.round((total / facts) * 100) / 100,
      "lines for an edit": total / wanted,
      specs: lines.size,
    };
    for (const { file, text } of pages) desk.write(file, text);
    await desk.build();
    expect(specs(), "undone").toEqual(before);
    expect.soft(total / facts, name).toBeLessThanOrEqual(allowed);
  }
  await expect(await format(JSON.stringify(record), { parser: "json" })).toMatchFileSnapshot(
    "changes/counts.json",
  );
}, 300_000);

/** Pages that every edit can be made on, as many of each product and language, each of another operation. */
function pickPages(next: () => number): EditablePage[] {
  const cells = products.flatMap((product) =>
    languages.map((language) => shuffle(pagePaths(`${corpus}/${product}/${language}`), next)),
  );
  const picked = new Map<string, EditablePage>();
  while (picked.size < wanted && cells.some((paths) => paths.length > 0)) {
    for (const paths of cells) {
      for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
        const page = openPage(path);
        if (page === undefined || picked.has(page.name)) continue;
        if (picked.size < wanted) picked.set(page.name, page);
        break;
      }
    }
  }
  return [...picked.values()];
}

function openPage(path: string): (EditablePage & { readonly name: string }) | undefined {
  const text = pageText(path);
  const { operation, page, broken } = readText(createSource(path, text));
  if (operation === undefined || page === undefined || broken) return undefined;
  const [product = "", language = ""] = relative(corpus, path).split("/");
  const file = `docs/${product}/${language}/${operation.product}-${operation.action}.md`;
  const name = `${operation.product} ${operation.action}`.toLowerCase();
  const editable = { name, file, text, page, operation };
  const isWhole = Object.values(edits).every((edit) => edit(editable, () => 0.5) !== undefined);
  return isWhole ? editable : undefined;
}

function specOf(files: Readonly<Record<string, string>>, { file }: EditablePage): object {
  const text = Object.values(files).find((one) => one.includes(`page: ../../${file}\n`));
  if (text === undefined) throw new Error(`${file} has no spec`);
  return parse(text) as object;
}

function editOf(page: EditablePage, edit: Edit, next: () => number) {
  const edited = edit(page, next);
  if (edited === undefined) throw new Error(`${page.file} cannot be edited so`);
  return edited;
}

/** Changed lines of each file: of lines that others take the place of, the larger number of the two. */
function changedLines(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Map<string, number> {
  const place = (side: string, files: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${side}/${path}`, text]));
  const cwd = folderWith({ ...place("a", before), ...place("b", after) });
  const words = ["-c", "core.quotepath=off", "diff", "--no-index", "-U0", "--no-prefix", "a", "b"];
  const { stdout } = spawnSync("git", words, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  const counts = new Map<string, number>();
  let path = "";
  for (const line of stdout.split("\n")) {
    path = /^diff --git a\/(.*) b\//.exec(line)?.[1] ?? path;
    const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
    if (hunk === null) continue;
    const [, removed = "1", added = "1"] = hunk;
    counts.set(path, (counts.get(path) ?? 0) + Math.max(Number(removed), Number(added)));
  }
  return counts;
}

/** Numbers from 0 to 1, the same for the same seed. */
function random(from: number): () => number {
  let state = from;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function shuffle<T>(list: readonly T[], next: () => number): T[] {
  const keyed = list.map((value) => ({ value, key: next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}
