import type { Command, Option } from "commander";
import type { Shell } from "./shells.ts";

/** A word that can be completed, and what it means. */
interface Word {
  readonly word: string;
  readonly meaning: string;
}

/** What can follow the words of a command. */
interface Place {
  /** The words before, without the program's name: `templates eject`. */
  readonly words: string;
  readonly commands: readonly Word[];
  readonly flags: readonly Word[];
  /** Values that arguments and flags can have; of a flag, with its name. */
  readonly values: readonly { readonly flag?: string; readonly choices: readonly string[] }[];
}

/** A script that completes a program's words in a shell. What it does not know is a file's name. */
export function printCompletion(program: Command, shell: Shell): string {
  const places = placesOf(program, "");
  const name = program.name();
  switch (shell) {
    case "bash":
      return bashScript(name, places);
    case "zsh":
      return `#compdef ${name}\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(name, places)}`;
    case "fish":
      return fishScript(name, places);
  }
}

function placesOf(command: Command, words: string): Place[] {
  const inner = command.commands.map((one) => ({ word: one.name(), meaning: one.summary() }));
  const options = command.createHelp().visibleOptions(command);
  const place = {
    words,
    commands: inner,
    flags: options.flatMap((option) => wordsOf(option)),
    values: [
      ...options.flatMap((option) =>
        (option.argChoices ?? []).length === 0
          ? []
          : [{ flag: option.long ?? "", choices: option.argChoices ?? [] }],
      ),
      ...command.registeredArguments.flatMap(({ argChoices }) =>
        argChoices === undefined ? [] : [{ choices: argChoices }],
      ),
    ],
  };
  const below = command.commands.flatMap((one) => placesOf(one, `${words} ${one.name()}`.trim()));
  return [place, ...below];
}

function wordsOf({ long, description }: Option): Word[] {
  return long === undefined ? [] : [{ word: long, meaning: description }];
}

function bashScript(name: string, places: readonly Place[]): string {
  const cases = places.flatMap(({ words, commands, flags, values }) => [
    `    "${words}")`,
    ...values.flatMap(({ flag, choices }) =>
      flag === undefined
        ? []
        : [
            `      if [ "$previous" = "${flag}" ]; then COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$current")); return; fi`,
          ],
    ),
    `      known="${[
      ...commands.map(({ word }) => word),
      ...values.flatMap(({ flag, choices }) => (flag === undefined ? choices : [])),
    ].join(" ")}"`,
    `      flags="${flags.map(({ word }) => word).join(" ")}"`,
    "      ;;",
  ]);
  const inner = places.map(({ words }) => words).filter((words) => words !== "");
  return `_${name}() {
  local current previous words place known flags
  current="\${COMP_WORDS[COMP_CWORD]}"
  previous="\${COMP_WORDS[COMP_CWORD-1]}"
  place=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${place:+$place }$word" in
      ${inner.map((words) => `"${words}"`).join(" | ")}) place="\${place:+$place }$word" ;;
    esac
  done
  case "$place" in
${cases.join("\n")}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$current")) ;;
    *) COMPREPLY=($(compgen -W "$known" -- "$current")) ;;
  esac
}
complete -o default -o bashdefault -F _${name} ${name}
`;
}

function fishScript(name: string, places: readonly Place[]): string {
  const lines = places.flatMap(({ words, commands, flags, values }) => {
    const parts = words.split(" ").filter((word) => word !== "");
    const seen = parts.map((word) => `__fish_seen_subcommand_from ${word}`);
    const others = commands.map(({ word }) => word).join(" ");
    const none = others === "" ? [] : [`not __fish_seen_subcommand_from ${others}`];
    const here = [...seen, ...none].join("; and ");
    const when = here === "" ? "" : ` -n ${quote(here)}`;
    return [
      ...commands.map(
        ({ word, meaning }) => `complete -c ${name}${when} -a ${word} -d ${quote(meaning)}`,
      ),
      ...flags.map(({ word, meaning }) => {
        const choices = values.find(({ flag }) => flag === word)?.choices;
        const value = choices === undefined ? "" : ` -x -a ${quote(choices.join(" "))}`;
        return `complete -c ${name}${when} -l ${word.slice(2)} -d ${quote(meaning)}${value}`;
      }),
      ...values.flatMap(({ flag, choices }) =>
        flag === undefined ? [`complete -c ${name}${when} -f -a ${quote(choices.join(" "))}`] : [],
      ),
    ];
  });
  return `${lines.join("\n")}\n`;
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
