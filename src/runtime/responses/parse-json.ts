// A list, object or member takes at least 60 bytes of memory, and may be one byte of text.
const mostParts = 1_000_000;

/**
 * Parses JSON. Integers above 2^53 become strings of their digits, because a number would round
 * them.
 *
 * @throws SyntaxError if the text is not JSON
 * @throws RangeError if it has more than 1,000,000 lists, objects and members
 */
export function parseJson(text: string): unknown {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (json.length > mostParts) checkParts(json);
  const value: unknown = JSON.parse(json);
  return /\d{16}/.test(json) ? JSON.parse(quoteUnsafeIntegers(json)) : value;
}

function checkParts(json: string): void {
  let left = mostParts;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === "\\") at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && isPart(character) && --left < 0) {
      throw new RangeError("too many lists, objects and members");
    }
  }
}

function isPart(character: string | undefined): boolean {
  return character === "[" || character === "{" || character === ":";
}

function quoteUnsafeIntegers(json: string): string {
  let quoted = "";
  let parts: string[] = [];
  let from = 0;
  let inString = false;
  // A pattern for whole strings would overflow the stack on long ones.
  for (const { 0: token, index } of json.matchAll(/"|\\.|-?\d[\d.eE+-]*/g)) {
    if (token === '"') inString = !inString;
    const isInteger = !inString && /^-?\d{16,}$/.test(token);
    if (!isInteger || Number.isSafeInteger(Number(token))) continue;
    parts.push(json.slice(from, index), `"${token}"`);
    from = index + token.length;
    // Joined in batches: all parts at once may take more memory than the text.
    if (parts.length < 1000) continue;
    quoted += parts.join("");
    parts = [];
  }
  return quoted + parts.join("") + json.slice(from);
}
