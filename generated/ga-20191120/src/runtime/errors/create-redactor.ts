import { cleanText } from "./clean-text.ts";

/** Makes a text fit to be shown: takes secrets out, then cleans and cuts it. */
export type Redact = (text: string) => string;

const mark = "[redacted]";
// A shorter one is part of ordinary words, and no real one is.
const shortest = 8;
// Little of a long text is shown, and to replace all that is in it takes memory.
const mostRead = 65_536;
const longestForm = 8192;

/**
 * Makes a redactor for the secrets of one request: as they are, in either letter case, percent-encoded any
 * number of times, since a service that rejects a signature echoes the text it signed, escaped as in JSON, and
 * in Base64, alone or within a longer text. Keys it was not told are known by their look only, and so are
 * secrets of fewer than 8 characters, which are those of tests.
 */
export function createRedactor(secrets: readonly (string | undefined)[]): Redact {
  const forms = secrets.flatMap((secret) =>
    secret && secret.length >= shortest ? formsOf(secret) : [],
  );
  // The longest first: one may hold another.
  const known = new RegExp(forms.sort((a, b) => b.length - a.length).join("|") || "(?!)", "gi");
  return (text) => {
    const read = unnamed(text.slice(0, mostRead).replace(known, mark));
    // A secret that is halved by the end of what was read is not known.
    return cleanText(text.length > mostRead ? `${read.slice(0, -longestForm)} [cut]` : read);
  };
}

/** Patterns of a secret, which is printable ASCII. */
function formsOf(secret: string): string[] {
  const forms = [secret.replace(/\W/g, anyEscape)];
  // A text before it shifts it by up to two bytes, whose characters are left out, and so is one that a text
  // behind it would change.
  [0, 2, 3].forEach((from, before) => {
    const encoded = btoa("x".repeat(before) + secret);
    const form = encoded.slice(from, ((before + secret.length) * 4) / 3);
    forms.push(form.replace(/\+/g, "[+-]").replace(/\//g, "[/_]"));
  });
  return forms;
}

/** A character as it is, behind a backslash, or by its number. */
function anyEscape(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return `(?:\\\\?\\${character}|(?:%(?:25)*|\\\\u00)${code})`;
}

function unnamed(text: string): string {
  return text
    .replace(/\b(?:LTAI|STS\.)[\w+/=.-]{8,}/g, mark)
    .replace(
      /\b(AccessKey(?:Id|Secret)|(?:Security|Sts)?Token|Signature|Credential)((?:=|%3D)"?|\\?"\s*:\s*\\?")(?:(?!%26)[^\s&,;"\\])+/gi,
      `$1$2${mark}`,
    );
}
