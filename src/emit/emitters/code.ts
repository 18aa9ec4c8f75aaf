declare const emitted: unique symbol;

/**
 * Text that is safe in its context in the output.
 *
 * Only the emitters of this folder create it, and templates accept nothing else. Page text therefore
 * cannot reach the output unescaped.
 */
export type Code = string & { readonly [emitted]: true };

/** Marks a text as code. For emitters only: the caller must make the text safe for its context first. */
export function vouch(text: string): Code {
  return text as Code;
}

/** Template tag: joins literal code and emitted values. */
export function code(parts: TemplateStringsArray, ...values: readonly Code[]): Code {
  return vouch(parts.reduce((text, part, index) => text + (values[index - 1] ?? "") + part));
}

/** Joins code with a fixed separator. */
export function join(parts: readonly Code[], separator: ", "): Code {
  return vouch(parts.join(separator));
}
