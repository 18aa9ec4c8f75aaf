/** Of all headers of a request those that ACS3 signs, as it orders them. */
export function signedHeaders(
  headers: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const signed = Object.entries(headers)
    .map(([name, value = ""]): [string, string] => [name.toLowerCase(), value.trim()])
    .filter(([name]) => /^(?:host|content-type|x-acs-.*)$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(signed);
}
