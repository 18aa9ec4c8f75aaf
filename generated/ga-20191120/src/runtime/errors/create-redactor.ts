import { percentEncode } from "../signing/percent-encode.ts";

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

const mark = "[redacted]";

/**
 * Makes a redactor for the secrets of one request: as they are, and percent-encoded once and twice
 * in either letter case, since a service that rejects a signature echoes the text it signed. Keys it was not told are
 * known by their look only.
 */
export function createRedactor(secrets: readonly (string | undefined)[]): Redact {
  return (text) =>
    formsOf(secrets).reduce((rest, form) => rest.replaceAll(form, mark), unnamed(text));
}

/** The longest first: one may hold another. */
function formsOf(secrets: readonly (string | undefined)[]): string[] {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (!secret) continue;
    const once = percentEncode(secret);
    for (const form of [secret, once, percentEncode(once)]) {
      forms.add(form).add(form.replace(/%(?:25)*[0-9A-F]{2}/g, (escape) => escape.toLowerCase()));
    }
  }
  return [...forms].sort((a, b) => b.length - a.length);
}

function unnamed(text: string): string {
  return text
    .replace(/\b(?:LTAI|STS\.)[\w+/=.-]{8,}/g, mark)
    .replace(
      /\b(AccessKey(?:Id|Secret)|(?:Security|Sts)?Token|Signature|Credential)((?:=|%3D)"?|\\?"\s*:\s*\\?")(?:(?!%26)[^\s&,;"\\])+/gi,
      `$1$2${mark}`,
    );
}
