import { openTransaction, type Written } from "./open-transaction.ts";

/**
 * Writes files that differ and removes `stale` ones; leaves all others alone.
 *
 * A failure changes nothing. Throws file system errors, and an error where a path leaves the folder by
 * its name or through a link.
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
