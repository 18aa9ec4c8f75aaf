import { RegExpParser, type AST } from "@eslint-community/regexpp";

/** A text that is made to be slow: something before, a part that is repeated, something behind. */
export interface Attack {
  readonly before: string;
  readonly part: string;
  readonly behind: string;
}

/**
 * Texts that may make a regular expression slow: each of its repeated parts and each of its beginnings, again
 * and again, behind what leads to it and before what it cannot match.
 */
export function attackTexts(source: string, flags: string): Attack[] {
  const { pattern } = new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(
    `/${escapeSlashes(source)}/${flags}`,
  );
  const mode = flags.replaceAll(/[gyd]/g, "");
  const alphabet = alphabetOf(pattern, mode);
  const whole = sampleOf(pattern, mode, alphabet);
  const attacks = new Map<string, Attack>();
  const add = (before: string, part: string) => {
    if (part === "") return;
    for (const behind of ["", "\0", "\n\0", "x", " x"]) {
      attacks.set(JSON.stringify([before, part, behind]), { before, part, behind });
    }
  };
  for (let end = 1; end <= Math.min(whole.length, 24); end += 1) add("", whole.slice(0, end));
  add("", whole);
  const visit = (node: AST.Node, before: string): void => {
    switch (node.type) {
      case "Quantifier": {
        if (node.max > 5) {
          const fits = new RegExp(`^(?:${node.element.raw})$`, mode);
          const parts = [
            sampleOf(node.element, mode, alphabet),
            ...alphabet.filter((one) => fits.test(one)),
          ];
          for (const part of parts) {
            add(before, part);
            add("", part);
            if (whole !== "") add("", before + part);
          }
        }
        visit(node.element, before);
        return;
      }
      case "Alternative": {
        let lead = before;
        for (const element of node.elements) {
          visit(element, lead);
          lead += sampleOf(element, mode, alphabet);
        }
        return;
      }
      case "Pattern":
      case "Group":
      case "CapturingGroup":
        for (const one of node.alternatives) visit(one, before);
        return;
      case "Assertion":
        if ("alternatives" in node) for (const one of node.alternatives) visit(one, before);
        return;
      default:
    }
  };
  visit(pattern, "");
  return [...attacks.values()];
}

function escapeSlashes(source: string): string {
  return source.replaceAll(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|\//g, (one) =>
    one === "/" ? "\\/" : one,
  );
}

const usual = [
  "a",
  "A",
  "1",
  " ",
  "\n",
  "_",
  "-",
  ".",
  ",",
  "的",
  "，",
  "。",
  "[",
  "<",
  "\\",
  "|",
  "=",
];

/** The characters that a pattern tells apart. */
function alphabetOf(pattern: AST.Pattern, mode: string): string[] {
  const letters = new Set<string>();
  const sets: string[] = [];
  const visit = (node: AST.Node): void => {
    if (node.type === "Character") letters.add(String.fromCodePoint(node.value));
    else if (node.type === "CharacterSet") sets.push(node.raw);
    else if (node.type === "CharacterClass") {
      sets.push(node.raw);
      for (const one of node.elements) {
        if (one.type === "Character") letters.add(String.fromCodePoint(one.value));
        else if (one.type === "CharacterClassRange")
          letters.add(String.fromCodePoint(one.min.value));
      }
    } else if ("element" in node) visit(node.element);
    else if ("elements" in node) (node.elements as AST.Node[]).forEach(visit);
    else if ("alternatives" in node) (node.alternatives as AST.Node[]).forEach(visit);
  };
  visit(pattern);
  const marks = [...letters].filter((one) => !/[\p{L}\p{N}]/u.test(one)).slice(0, 12);
  const some = usual.filter((one) => sets.some((set) => new RegExp(set, mode).test(one)));
  return [...new Set([...some, ...marks])];
}

/** A text that a part of a pattern matches. */
function sampleOf(node: AST.Node, mode: string, alphabet: readonly string[]): string {
  switch (node.type) {
    case "Character":
      return String.fromCodePoint(node.value);
    case "CharacterSet":
    case "CharacterClass":
    case "ExpressionCharacterClass": {
      const fits = new RegExp(`^${node.raw}$`, mode);
      return [...alphabet, ...usual, "€"].find((one) => fits.test(one)) ?? "";
    }
    case "Quantifier":
      return sampleOf(node.element, mode, alphabet).repeat(Math.min(Math.max(node.min, 1), 100));
    case "Alternative":
      return node.elements.map((one) => sampleOf(one, mode, alphabet)).join("");
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return sampleOf(node.alternatives[0] as AST.Node, mode, alphabet);
    default:
      return "";
  }
}
