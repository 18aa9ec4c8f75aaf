import type { Place, Value, Word } from "./find-places.ts";

/** Prints the completion script for zsh, to be sourced or placed in a folder of fpath. */
export function printZsh(name: string, places: readonly Place[]): string {
  const known = places.map(({ words }) => words.join(" ")).filter(Boolean);
  const cases = places.map(
    ({ words, commands, flags, argument }) => `    ${quote(words.join(" "))})
      case "$words[CURRENT-1]" in
${flags.map(({ word, value }) => (value === undefined ? "" : `        ${word}) ${offer(value)}; return ;;\n`)).join("")}      esac
      if [[ "$words[CURRENT]" == -* ]]; then offered=(${flags.map(describe).join(" ")}); _describe -o flag offered
      ${commands.length > 0 ? `else offered=(${commands.map(describe).join(" ")}); _describe command offered` : `else ${offer(argument ?? "unknown")}`}
      fi
      ;;`,
  );
  return `#compdef ${name}
_${name}() {
  local place="" word
  local -a offered
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "\${place:+$place }$word" in
      ${known.map(quote).join(" | ")}) place="\${place:+$place }$word" ;;
    esac
  done
  case "$place" in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_${name}" ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

function offer(value: Value): string {
  switch (value) {
    case "file":
      return "_files";
    case "folder":
      return "_files -/";
    case "unknown":
      return ":";
    default:
      return `compadd -- ${value.join(" ")}`;
  }
}

/** Formats a word for `_describe`. */
function describe({ word, meaning }: Word): string {
  return quote(`${word}:${meaning.replaceAll("\\", "\\\\").replaceAll(":", "\\:")}`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
