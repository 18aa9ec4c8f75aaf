import { Argument, type Command } from "commander";
import { createCommand, type Context } from "../options/create-command.ts";

/** Supported shells, and the printer of each. */
const printers = {
  bash: async () => (await import("../completion/print-bash.ts")).printBash,
  zsh: async () => (await import("../completion/print-zsh.ts")).printZsh,
  fish: async () => (await import("../completion/print-fish.ts")).printFish,
};

/** `docwright completion`: prints a shell script that completes commands and flags. */
export function completionCommand({ output, end, program }: Context): Command {
  return createCommand("completion", {
    summary: "a script that completes docwright's words in a shell",
    description: "Prints a script for a shell: commands, flags and their values.",
    examples: [
      ["source <(docwright completion bash)", "in ~/.bashrc"],
      ["docwright completion zsh > ~/.zfunc/_docwright", "a folder of fpath"],
      ["docwright completion fish > ~/.config/fish/completions/docwright.fish", "for fish"],
    ],
  })
    .addArgument(new Argument("<shell>", "which shell").choices(Object.keys(printers)))
    .action(async (shell: keyof typeof printers) => {
      const { findPlaces } = await import("../completion/find-places.ts");
      const print = await printers[shell]();
      output.out(print(program.name(), findPlaces(program)));
      end(0);
    });
}
