import type { Command } from "commander";
import { limitsHelp } from "../options/add-limit-options.ts";
import { createCommand, type Context } from "../options/create-command.ts";

/** `docwright help`: prints the help of the program or a command. */
export function helpCommand({ output, end, program }: Context): Command {
  return createCommand("help", {
    summary: "what docwright or one of its commands does",
    description: "Prints what --help of a command prints, or the topic limits.",
    examples: [
      ["docwright help", "all commands"],
      ["docwright help templates eject", "one of them"],
      ["docwright help limits", "the flags that set what pages and specs may have at most"],
    ],
  })
    .argument("[command...]", "the words of a command")
    .action(async (names: readonly string[]) => {
      if (names.length === 1 && names[0] === "limits") {
        output.out(limitsHelp());
        end(0);
        return;
      }
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
