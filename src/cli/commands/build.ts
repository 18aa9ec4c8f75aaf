import type { Command } from "commander";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import {
  addProjectOptions,
  projectFiles,
  wordsOf,
  type ProjectFlags,
} from "../options/add-project-options.ts";

/** `docwright build` */
export function buildCommand({ output, end }: Context): Command {
  const command = createCommand("build", {
    summary: "pages → specs → packages, as far as they have changed",
    description:
      "Makes specs from pages and packages from specs, as the configuration says; without one, from all " +
      "pages below specs/*/pages. Only what has changed since the build before is made again, and only " +
      "files that differ are written. A page with an error fails its own operation: what it made before " +
      "stays, and the others are built.",
    files: projectFiles,
    examples: [
      ["docwright build", "what docwright.config.* says"],
      [
        "docwright build docs/ecs --out packages",
        "every product that the pages below docs/ecs state",
      ],
      [
        "docwright build --language en --language zh",
        "English pages first, where there are several",
      ],
    ],
    findings: "a page, an overlay, a template or the configuration has an error",
  });
  return addProjectOptions(command)
    .addOption(jsonOption())
    .action(async (pages: string[], flags: ProjectFlags & { json?: boolean }) => {
      const { runBuild } = await import("../build-command.ts");
      end(await runBuild(wordsOf(pages, flags), flags, output));
    });
}
