import { cleanText } from "./clean-text.ts";

/** Makes a text safe to show: redacts secrets, then cleans and truncates it. */
export type Redact = (text: string) => string;

const mark = "[redacted]";
// Shorter secrets could match ordinary words, and real ones are longer.
const shortest = 8;
// Only the start of a long text is shown, and replacing in all of it takes memory.
const mostRead = 65_536;
const longestForm = 8192;

// One character: as a code, as a named HTML reference, after a backslash, or literal.
const anyCharacter =
  /(?:%(?:25)*|[%\\]u00|\\x|&(?:amp;)*#x0*)([\da-f]{2});?|&(?:amp;)*(?:#0*(\d{2,3});?|[a-z]+;)|\\?([^])/gi;
// Stands for any named character, so no table of names is needed.
const named = "\ufffd";

/**
 * Creates a redactor for the secrets of one request, because a service that rejects a signature
 * echoes the text it signed.
 *
 * It finds a secret in either letter case: literal, in hex or in Base64, also within a longer
 * encoded text. Characters may be percent-encoded repeatedly, JSON-escaped, or HTML references.
 *
 * Other keys, and secrets of fewer than 8 characters as tests use them, are found by their form
 * only.
 */
export function createRedactor(secrets: readonly (string | undefined)[]): Redact {
  const forms = secrets.flatMap((secret) =>
    secret && secret.length >= shortest ? formsOf(secret) : [],
  );
  // The longest first, because one may contain another.
  const known = new RegExp(forms.sort((a, b) => b.length - a.length).join("|") || "(?!)", "gi");
  return (text) => {
    const raw = text.slice(0, mostRead).replace(known, mark);
    const read = unnamed(/[%\\&]/.test(raw) ? redactEscaped(raw, known) : raw);
    // A secret that is cut off at the end of the read text does not match.
    return cleanText(text.length > mostRead ? `${read.slice(0, -longestForm)} [cut]` : read);
  };
}

/** Returns patterns of a secret, which is printable ASCII. */
function formsOf(secret: string): string[] {
  const any = (sign: string) => `[\\${sign}${named}]`;
  const forms = [
    secret.replace(/[\W_]/g, any),
    secret.replace(/[^]/g, (sign) => sign.charCodeAt(0).toString(16)),
  ];
  // Preceding bytes shift Base64 by up to two bytes. Characters that depend on neighbouring bytes
  // are omitted.
  [0, 2, 3].forEach((from, before) => {
    const encoded = btoa("x".repeat(before) + secret);
    const form = encoded.slice(from, ((before + secret.length) * 4) / 3);
    forms.push(form.replace(/\+/g, any("+-")).replace(/\//g, any("/_")));
  });
  return forms;
}

/** Redacts secrets that appear once escapes are decoded. */
function redactEscaped(text: string, known: RegExp): string {
  let plain = "";
  const starts: number[] = [];
  for (const { index, 1: hex, 2: decimal, 3: same } of text.matchAll(anyCharacter)) {
    const code = hex ? `0x${hex}` : decimal;
    plain += same ?? (code ? String.fromCharCode(Number(code)) : named);
    starts.push(index);
  }
  let shown = "";
  let end = 0;
  for (const { index, 0: found } of plain.matchAll(known)) {
    shown += text.slice(end, starts[index]) + mark;
    end = starts[index + found.length] ?? text.length;
  }
  return shown + text.slice(end);
}

function unnamed(text: string): string {
  return text
    .replace(/\b(?:LTAI|STS\.)[\w+/=.-]{8,}/g, mark)
    .replace(
      /\b(AccessKey(?:Id|Secret)|(?:Security|Sts)?Token|Signature|Credential)((?:=|%3D)"?|\\?"\s*:\s*\\?")(?:(?!%26)[^\s&,;"\\])+/gi,
      `$1$2${mark}`,
    );
}
