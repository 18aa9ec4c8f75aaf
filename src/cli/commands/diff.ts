import { Option, type Command } from "commander";
import { plain, type Paint } from "../../diagnostics/paint.ts";
import type { Change, Level } from "../../diff/change.ts";
import { visible } from "../../text/visible.ts";
import { addLimitOptions } from "../options/add-limit-options.ts";
import { configOption, specsOption, type ProjectFlags } from "../options/add-project-options.ts";
import { createCommand, jsonOption, type Context } from "../options/create-command.ts";
import { count } from "../output/count.ts";
import { exit, exitCode, type Output } from "../output/output.ts";
import { printJson } from "../output/print-json.ts";
import { showDiagnostics } from "../output/show-diagnostics.ts";

/** Flags of the comparison, its output and its exit code. */
interface DiffFlags extends Pick<ProjectFlags, "config" | "specs" | "limits"> {
  readonly markdown?: boolean;
  readonly json?: boolean;
  readonly failOn?: Exclude<Level, "none">;
}

/** `docwright diff`: compares two folders of specs or git revisions. */
export function diffCommand({ output, end }: Context): Command {
  const command = createCommand("diff", {
    summary: "what has changed between two folders of specs or git revisions, and what it breaks",
    description:
      "Compares specs, overlays applied, by what the packages made of them let people do: whose code a change " +
      "breaks, that of callers or that of readers of answers, and what a version number has to tell. A name " +
      "that is a folder means the folder, any other one a git revision of the project's specs; one that is both is refused.",
    examples: [
      ["docwright diff HEAD", "what has changed since the last commit"],
      ["docwright diff v1.2.0 v1.3.0 --markdown", "the entry of a changelog"],
      ["docwright diff origin/main --fail-on major", "for CI: nothing breaks"],
      ["docwright diff old/specs new/specs --json", "two folders, for programs"],
    ],
    findings:
      "the changes are as grave as --fail-on says, specs have an error, or there is no such revision",
  });
  return addLimitOptions(
    command
      .argument("<old>", "a folder of specs, or a git revision")
      .argument(
        "[new]",
        "a folder of specs, or a git revision (default: the project's specs as they are)",
      )
      .addOption(configOption())
      .addOption(specsOption())
      .option("--markdown", "print an entry of a changelog")
      .addOption(
        new Option(
          "--fail-on <level>",
          "end with 1 where the changes are as grave as this",
        ).choices(["patch", "minor", "major"]),
      )
      .addOption(jsonOption().conflicts("markdown"))
      .action(async (old: string, now: string | undefined, flags: DiffFlags) => {
        end(await runDiff(old, now, flags, output));
      }),
  );
}

const levels = ["none", "patch", "minor", "major"] as const;

async function runDiff(
  old: string,
  now: string | undefined,
  { markdown = false, json = false, failOn, ...options }: DiffFlags,
  output: Output,
): Promise<number> {
  const { diff } = await import("../../api/diff.ts");
  const specs = now === undefined ? { old } : { old, new: now };
  const { ok, verdict, changes, diagnostics } = await diff({ ...options, ...specs });
  const fails = failOn !== undefined && levels.indexOf(verdict) >= levels.indexOf(failOn);
  const status = fails ? exit.findings : exitCode(diagnostics);
  if (json) {
    await printJson({ verdict, changes }, diagnostics, output);
    return status;
  }
  await showDiagnostics(diagnostics, output);
  if (!ok) return status;
  if (markdown) {
    const { printMarkdown } = await import("../../diff/print-markdown.ts");
    output.out(printMarkdown(changes));
  } else output.out(await textOf(changes, verdict, output.outPaint ?? plain));
  return status;
}

async function textOf(changes: readonly Change[], verdict: Level, paint: Paint): Promise<string> {
  if (changes.length === 0) return "nothing has changed\n";
  const { sentenceOf, subjectOf } = await import("../../diff/sentence-of.ts");
  const textOfChange = (change: Change) =>
    visible([subjectOf(change), sentenceOf(change)].filter(Boolean).join(" "));
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const name = [change.product, change.operation ?? []].flat().join(" ");
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [change]);
    else known.push(change);
  }
  const blocks = [...groups].map(([name, found]) => {
    const sorted = found.sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
    return [
      paint.place(visible(name)),
      ...sorted.flatMap((change) => linesOf(change, textOfChange(change), paint)),
    ].join("\n");
  });
  const breaking = changes.filter(({ level }) => level === "major").length;
  const summary = `${count(changes.length, "change")}, ${breaking} breaking: ${verdict}`;
  return `${blocks.join("\n\n")}\n\n${summary}\n`;
}

const severities = { major: "error", minor: "note", patch: "note" } as const;

function linesOf(
  { level, breaks, why, oldLine, newLine }: Change,
  text: string,
  paint: Paint,
): string[] {
  const label = level === "patch" ? paint.dim(level) : paint.severity[severities[level]](level);
  const lines = [oldLine, newLine].map((line) => (line === undefined ? "—" : `${line}`));
  const place =
    oldLine === undefined && newLine === undefined ? "" : paint.dim(` (line ${lines.join(" → ")})`);
  const head = `  ${label} ${text}${place}`;
  return breaks.length === 0
    ? [head]
    : [head, `        ${paint.dim(`for ${breaks.join(" and ")}: ${visible(why)}`)}`];
}
