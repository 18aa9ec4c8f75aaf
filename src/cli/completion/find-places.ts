import type { Command, Option } from "commander";

/** A word to complete, and its meaning. */
export interface Word {
  readonly word: string;
  readonly meaning: string;
}

/** The kind of a value: a file, a folder, one of some words, or unknown. */
export type Value = "file" | "folder" | "unknown" | readonly string[];

/** A flag and its value. */
export interface Flag extends Word {
  /** `undefined` if the flag takes no value. */
  readonly value: Value | undefined;
}

/** The completions after the words of a command. */
export interface Place {
  /** The preceding words without the program's name: `templates eject`. */
  readonly words: readonly string[];
  readonly commands: readonly Word[];
  readonly flags: readonly Flag[];
  /** The kind of its arguments; `undefined` if it takes none. */
  readonly argument: Value | undefined;
}

/** Lists all completion places of a program, the program itself first. */
export function findPlaces(program: Command): Place[] {
  return placesOf(program, [], program);
}

function placesOf(command: Command, words: readonly string[], program: Command): Place[] {
  const place: Place = {
    words,
    commands: command.commands.map((one) => ({ word: one.name(), meaning: one.summary() })),
    flags: command.createHelp().visibleOptions(command).flatMap(flagOf),
    argument: argumentOf(command, program),
  };
  const below = command.commands.flatMap((one) => placesOf(one, [...words, one.name()], program));
  return [place, ...below];
}

function argumentOf(command: Command, program: Command): Value | undefined {
  const [argument] = command.registeredArguments;
  if (argument === undefined) return undefined;
  if (argument.name() === "command") return program.commands.map((one) => one.name());
  return argument.argChoices ?? (argument.name().startsWith("dir") ? "folder" : "file");
}

function flagOf({ long, description, flags, argChoices }: Option): Flag[] {
  if (long === undefined) return [];
  const named = /<([^<>]+)>/.exec(flags)?.[1];
  const value = argChoices ?? (named === "dir" ? "folder" : named === "file" ? named : "unknown");
  return [{ word: long, meaning: description, value: named === undefined ? undefined : value }];
}
