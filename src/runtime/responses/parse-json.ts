/**
 * Parses JSON, with integers beyond 2^53 as strings of their digits, since a number would round
 * them.
 *
 * @throws SyntaxError if the text is not JSON
 */
export function parseJson(text: string): unknown {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const value: unknown = JSON.parse(json);
  return /\d{16}/.test(json) ? JSON.parse(quoteUnsafeIntegers(json)) : value;
}

function quoteUnsafeIntegers(json: string): string {
  let inString = false;
  // A pattern for whole strings would overflow the stack on long ones.
  return json.replace(/"|\\.|-?\d[\d.eE+-]*/g, (token) => {
    if (token === '"') inString = !inString;
    const isInteger = !inString && /^-?\d{16,}$/.test(token);
    return isInteger && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
  });
}
