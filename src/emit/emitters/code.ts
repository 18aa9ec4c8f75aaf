declare const emitted: unique symbol;

/**
 * Text that is safe where it is going to stand in the output. Only the emitters of this folder make
 * it, and templates take nothing else: what a page says cannot reach the output as it is.
 */
export type Code = string & { readonly [emitted]: true };

/** Vouches for a text. For emitters only: each makes sure first that the text fits its context. */
export function vouch(text: string): Code {
  return text as Code;
}

/** Code of which every part is code: the template's own text, and what emitters made. */
export function code(parts: TemplateStringsArray, ...values: readonly Code[]): Code {
  return vouch(parts.reduce((text, part, index) => text + (values[index - 1] ?? "") + part));
}

/** Code joined by a sign of ours. */
export function join(parts: readonly Code[], separator: ", "): Code {
  return vouch(parts.join(separator));
}
