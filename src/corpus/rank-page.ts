import type { InputPage } from "./find-input-pages.ts";
import { pageLanguage } from "./page-language.ts";

/** How much a page is preferred: the place of the first language or folder that it fits, from 0 on. */
export function rankPage(page: Pick<InputPage, "file">, languages: readonly string[]): number {
  const folders = page.file.split("/").slice(0, -1);
  const language = pageLanguage(page);
  const rank = languages.findIndex(
    (wanted) =>
      folders.includes(wanted) ||
      language === wanted ||
      language?.startsWith(`${wanted}-`) === true,
  );
  return rank === -1 ? languages.length : rank;
}
