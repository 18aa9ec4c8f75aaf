import { cleanText } from "./clean-text.ts";

/** Makes a text fit to be shown: takes secrets out, then cleans and cuts it. */
export type Redact = (text: string) => string;

const mark = "[redacted]";
// A shorter one is part of ordinary words, and no real one is.
const shortest = 8;
// Little of a long text is shown, and to replace all that is in it takes memory.
const mostRead = 65_536;
const longestForm = 8192;

// One character: by its number, by a name as in HTML, behind a backslash, or as it is.
const anyCharacter =
  /(?:%(?:25)*|[%\\]u00|\\x|&(?:amp;)*#x0*)([\da-f]{2});?|&(?:amp;)*(?:#0*(\d{2,3});?|[a-z]+;)|\\?([^])/gi;
// Stands for any character that has a name: no table of names is needed.
const named = "\ufffd";

/**
 * Makes a redactor for the secrets of one request. It knows them as they are, in hex and in Base64, alone or
 * within a longer text; in either letter case, with any of their characters percent-encoded any number of
 * times, escaped as in JSON, or as references of HTML. A service that rejects a signature echoes the text it
 * signed. Keys it was not told are known by their look only, and so are secrets of fewer than 8 characters,
 * which are those of tests.
 */
export function createRedactor(secrets: readonly (string | undefined)[]): Redact {
  const forms = secrets.flatMap((secret) =>
    secret && secret.length >= shortest ? formsOf(secret) : [],
  );
  // The longest first: one may hold another.
  const known = new RegExp(forms.sort((a, b) => b.length - a.length).join("|") || "(?!)", "gi");
  return (text) => {
    const raw = text.slice(0, mostRead).replace(known, mark);
    const read = unnamed(/[%\\&]/.test(raw) ? redactEscaped(raw, known) : raw);
    // A secret that is halved by the end of what was read is not known.
    return cleanText(text.length > mostRead ? `${read.slice(0, -longestForm)} [cut]` : read);
  };
}

/** Patterns of a secret, which is printable ASCII. */
function formsOf(secret: string): string[] {
  const any = (sign: string) => `[\\${sign}${named}]`;
  const forms = [
    secret.replace(/[\W_]/g, any),
    secret.replace(/[^]/g, (sign) => sign.charCodeAt(0).toString(16)),
  ];
  // A text before it shifts it by up to two bytes, whose characters are left out, and so is one that a text
  // behind it would change.
  [0, 2, 3].forEach((from, before) => {
    const encoded = btoa("x".repeat(before) + secret);
    const form = encoded.slice(from, ((before + secret.length) * 4) / 3);
    forms.push(form.replace(/\+/g, any("+-")).replace(/\//g, any("/_")));
  });
  return forms;
}

/** Takes out what is a secret once escapes are read. */
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
