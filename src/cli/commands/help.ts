import type { Command } from "commander";
import { createCommand, type Context } from "../options/create-command.ts";

/** `docwright help` */
export function helpCommand({ end, program }: Context): Command {
  return createCommand("help", {
    summary: "what docwright or one of its commands does",
    description: "Prints what --help of a command prints.",
    examples: [
      ["docwright help", "all commands"],
      ["docwright help templates eject", "one of them"],
    ],
  })
    .argument("[command...]", "the words of a command")
    .action(async (names: readonly string[]) => {
      let found = program;
      for (const name of names) {
        const next = found.commands.find((one) => one.name() === name);
        if (next === undefined) {
          const { suggest } = await import("../../spec/suggest.ts");
          const meant = suggest(
            name,
            found.commands.map((one) => one.name()),
          );
          const hint = meant === undefined ? "" : `\n(Did you mean ${meant}?)`;
          found.error(`error: unknown command '${name}'${hint}`);
        } else found = next;
      }
      found.outputHelp();
      end(0);
    });
}
