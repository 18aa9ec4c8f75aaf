import type { Place, Value } from "./find-places.ts";

/** Prints the completion script for fish. */
export function printFish(name: string, places: readonly Place[]): string {
  const lines = places.flatMap(({ words, commands, flags, argument }) => {
    const when = ` -n ${quote(conditionOf(words, commands))}`;
    return [
      ...commands.map(
        ({ word, meaning }) => `complete -c ${name}${when} -f -a ${word} -d ${quote(meaning)}`,
      ),
      ...flags.map(
        ({ word, meaning, value }) =>
          `complete -c ${name}${when} -l ${word.slice(2)} -d ${quote(meaning)}${value === undefined ? "" : ` ${valueOf(value)}`}`,
      ),
      // By default, fish offers files.
      ...(commands.length > 0 || argument === "file"
        ? []
        : [`complete -c ${name}${when} -f ${argumentOf(argument ?? "unknown")}`.trimEnd()]),
    ];
  });
  return `${lines.join("\n")}\n`;
}

/** Returns the condition that these commands, and none of their subcommands, were typed. */
function conditionOf(words: readonly string[], below: Place["commands"]): string {
  const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`);
  const others = below.map(({ word }) => word).join(" ");
  const none = others === "" ? [] : [`not __fish_seen_subcommand_from ${others}`];
  return [...seen, ...none].join("; and ");
}

/** Prints the options for a flag's value. */
function valueOf(value: Value): string {
  switch (value) {
    case "file":
      return "-r -F";
    case "folder":
      return `-x -a ${quote("(__fish_complete_directories)")}`;
    case "unknown":
      return "-x";
    default:
      return `-x -a ${quote(value.join(" "))}`;
  }
}

/** Prints the options for an argument. */
function argumentOf(value: Exclude<Value, "file">): string {
  switch (value) {
    case "folder":
      return `-a ${quote("(__fish_complete_directories)")}`;
    case "unknown":
      return "";
    default:
      return `-a ${quote(value.join(" "))}`;
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
