import type { Config } from "../config/config.ts";
import { resolveProject } from "../config/resolve-project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PageGroup } from "../corpus/group-pages.ts";
import { readCorpus } from "../corpus/read-corpus.ts";

/**
 * A configuration for the pages below some folders: every product and version that they state, each with
 * the folder that all its pages lie in, and their languages. Paths are relative to `root`.
 */
export async function suggestConfig(
  root: string,
  folders: readonly string[],
  diagnostics: Diagnostic[],
): Promise<Config> {
  const project = resolveProject({}, root, { pages: folders });
  const { groups } = await readCorpus(project, {}, diagnostics);
  const products = new Map<string, { identity: Identity; files: string[] }>();
  const languages = new Set<string>();
  for (const { of, candidates } of groups) {
    if (of.product === "" || of.version === "") continue;
    const key = `${of.product} ${of.version}`;
    const entry = products.get(key) ?? { identity: of, files: [] };
    for (const { page, language } of candidates) {
      entry.files.push(page.input.file);
      if (language !== undefined) languages.add(language);
    }
    products.set(key, entry);
  }
  return {
    ...(languages.size < 2 ? {} : { languages: [...languages].sort() }),
    products: [...products.values()].map(({ identity: { product, version }, files }) => ({
      product,
      version,
      pages: folderOf(files),
    })),
  };
}

type Identity = PageGroup["of"];

/** The innermost folder that all files lie in. */
function folderOf(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => file.split("/").slice(0, -1));
  let length = first.length;
  for (const parts of others) {
    let common = 0;
    while (common < length && parts[common] === first[common]) common += 1;
    length = common;
  }
  return length === 0 ? "." : first.slice(0, length).join("/");
}
