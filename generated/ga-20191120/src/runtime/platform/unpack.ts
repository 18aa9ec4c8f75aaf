/**
 * Unpacks a body that was packed for the way.
 *
 * @throws RangeError if it is longer than `limit` bytes unpacked
 * @throws Error if it cannot be unpacked
 */
export async function unpack(body: Buffer, encoding: string, limit: number): Promise<string> {
  if (/^identity$/i.test(encoding)) return body.toString();
  if (!/^(?:x-)?gzip$/i.test(encoding)) throw new Error(`unknown encoding ${encoding}`);
  // Only now: few services pack, and loading it takes time.
  const { gunzip } = await import("node:zlib");
  return new Promise((resolve, reject) => {
    gunzip(body, { maxOutputLength: limit }, (error, text) => {
      if (error === null) resolve(text.toString());
      else reject(error);
    });
  });
}
