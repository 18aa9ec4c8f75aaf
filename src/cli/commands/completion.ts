import { Argument, type Command } from "commander";
import { createCommand, type Context } from "../options/create-command.ts";
import { shells, type Shell } from "../completion/shells.ts";

/** `docwright completion` */
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
    .addArgument(new Argument("<shell>", "which shell").choices(shells))
    .action(async (shell: Shell) => {
      const { printCompletion } = await import("../completion/print-completion.ts");
      output.out(printCompletion(program, shell));
      end(0);
    });
}
