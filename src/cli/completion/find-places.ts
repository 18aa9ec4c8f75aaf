import type { Command, Option } from "commander";

/** A word that can be completed, and what it means. */
export interface Word {
  readonly word: string;
  readonly meaning: string;
}

/** What can stand in a place: files, folders, one of some words, or what nobody can know. */
export type Value = "file" | "folder" | "unknown" | readonly string[];

/** A flag, and what follows it. */
export interface Flag extends Word {
  /** Undefined where nothing follows. */
  readonly value: Value | undefined;
}

/** What can follow the words of a command. */
export interface Place {
  /** The words before, without the program's name: `templates eject`. */
  readonly words: readonly string[];
  readonly commands: readonly Word[];
  readonly flags: readonly Flag[];
  /** Its arguments. Undefined where it takes none. */
  readonly argument: Value | undefined;
}

/** All places of a program in which something can be completed, the program itself first. */
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
