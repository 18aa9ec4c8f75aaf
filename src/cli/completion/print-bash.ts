import type { Place, Value } from "./find-places.ts";

/**
 * Prints the completion script for bash 3.2 and later. File names are left to bash, which quotes
 * them.
 */
export function printBash(name: string, places: readonly Place[]): string {
  const known = places.map(({ words }) => words.join(" ")).filter(Boolean);
  const cases = places.map(
    ({ words, commands, flags, argument }) => `    "${words.join(" ")}")
      case "$previous" in
${flags.map(({ word, value }) => (value === undefined ? "" : `        ${word}) ${offer(value)}; return ;;\n`)).join("")}      esac
      case "$current" in
        -*) ${offer(flags.map(({ word }) => word))} ;;
        *) ${offer(commands.length > 0 ? commands.map(({ word }) => word) : (argument ?? "unknown"))} ;;
      esac
      ;;`,
  );
  return `_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" place="" word
  # bash takes --flag=value for three words.
  if [ "$current" = "=" ]; then current=""
  elif [ "$previous" = "=" ]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${place:+$place }$word" in
      ${known.map((words) => `"${words}"`).join(" | ")}) place="\${place:+$place }$word" ;;
    esac
  done
  case "$place" in
${cases.join("\n")}
  esac
}
complete -o default -o bashdefault -F _${name} ${name}
`;
}

/**
 * Prints the code that offers values. Bash offers files by default, so an empty list must be
 * explicit.
 */
function offer(value: Value): string {
  switch (value) {
    case "file":
      return ":";
    case "folder":
      return `compopt -o filenames 2>/dev/null; local IFS=$'\\n'; COMPREPLY=($(compgen -d -- "$current"))`;
    case "unknown":
      return "compopt +o default +o bashdefault 2>/dev/null";
    default:
      return `COMPREPLY=($(compgen -W "${value.join(" ")}" -- "$current"))`;
  }
}
