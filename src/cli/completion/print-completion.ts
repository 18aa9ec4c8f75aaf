import type { Command } from "commander";
import { findPlaces } from "./find-places.ts";
import { printBash } from "./print-bash.ts";
import { printFish } from "./print-fish.ts";
import { printZsh } from "./print-zsh.ts";
import type { Shell } from "./shells.ts";

/** A script that completes a program's words in a shell, made of what the program says of itself. */
export function printCompletion(program: Command, shell: Shell): string {
  const print = { bash: printBash, zsh: printZsh, fish: printFish }[shell];
  return print(program.name(), findPlaces(program));
}
