const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/**
 * Converts a JSON value to an XML element, as the service does; `undefined` where a key is not a valid
 * XML name.
 *
 * An object's members become elements, and a list becomes one element per item.
 */
export function writeXml(name: string, value: unknown): string | undefined {
  if (!NAME.test(name)) return undefined;
  if (Array.isArray(value)) return join(value.map((item: unknown) => writeXml(name, item)));
  const inside =
    typeof value === "object" && value !== null
      ? join(Object.entries(value).map(([key, member]) => writeXml(key, member)))
      : escapeXml(writeScalar(value));
  return inside === undefined ? undefined : `<${name}>${inside}</${name}>`;
}

function writeScalar(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}

function join(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join("");
}

/** Escapes a text for XML. Characters that XML does not allow become U+FFFD. */
function escapeXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are what XML cannot hold
      .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, "\uFFFD")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
  );
}
