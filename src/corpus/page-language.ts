import type { InputPage } from "./find-input-pages.ts";

/** A folder's name that is a language, alone or after a dot: `zh-CN`, `intl.en-US`. */
const tag = /^(?:.*\.)?([a-z]{2}-[A-Z]{2})$/;

/** The language that the folders around a page name; nothing where they name none. */
export function pageLanguage({ file }: Pick<InputPage, "file">): string | undefined {
  const folders = file.split("/").slice(0, -1).reverse();
  for (const folder of folders) {
    const language = tag.exec(folder)?.[1];
    if (language !== undefined) return language;
  }
  return undefined;
}
