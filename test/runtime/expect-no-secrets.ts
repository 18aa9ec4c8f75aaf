import { inspect } from "node:util";
import { expect } from "vitest";

/** A key that looks like a real one, with characters that change when they are encoded. */
export const secretCredentials = {
  accessKeyId: "LTAI5tKeyIdOfTheTest",
  accessKeySecret: "SecretOf/The+Test=",
  securityToken: "CAIS+Token/Of=TheTest",
};

/**
 * Expects that an error neither holds nor shows the key above, nor any of these signatures (or other
 * secrets), in whatever form: not in a property, enumerable or not, its message, its stack, its causes,
 * not as JSON, and not to `util.inspect`.
 */
export function expectNoSecrets(error: unknown, ...signatures: string[]): void {
  expect(error).toBeInstanceOf(Error);
  const secrets = [...Object.values(secretCredentials), ...signatures].filter(Boolean);
  const forms = secrets.flatMap(formsOf);
  const lines = [...new Set(textsOf(error).flatMap((text) => text.split("\n")))];
  expect(lines.filter((line) => forms.some((form) => line.includes(form)))).toEqual([]);
}

/** Every text that a value holds or shows. */
function textsOf(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  const own = Reflect.ownKeys(value).flatMap((key) => [
    String(key),
    ...textsOf(Reflect.get(value, key), seen),
  ]);
  const entries = value instanceof Map || value instanceof Set ? [...value] : [];
  return [
    ...own,
    ...entries.flatMap((entry) => textsOf(entry, seen)),
    inspect(value, { showHidden: true, depth: null }),
    JSON.stringify(value),
    Error.prototype.toString.call(value),
  ];
}

/** As it is, percent-encoded once and twice, in either letter case, and in Base64. */
function formsOf(secret: string): string[] {
  const once = encodeURIComponent(secret);
  const forms = [secret, once, encodeURIComponent(once)];
  const lower = forms.map((form) => form.replace(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase()));
  return [...forms, ...lower, Buffer.from(secret).toString("base64")];
}
