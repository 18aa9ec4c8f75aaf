import { openTransaction, type Written } from "./open-transaction.ts";

/**
 * Brings a folder up to date: writes files that differ, removes the `stale` ones, leaves all others
 * alone. A failure on the way changes nothing. Throws what the file system throws, and when a path leaves
 * the folder, by its name or through a link.
 */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  stale: readonly string[] = [],
): Promise<Written> {
  const transaction = await openTransaction(folder);
  try {
    for (const [path, text] of files) transaction.put(path, text);
    for (const path of stale) transaction.remove(path);
    const written = transaction.commit();
    transaction.settle();
    return written;
  } catch (error) {
    transaction.abort(error);
    throw error;
  }
}
