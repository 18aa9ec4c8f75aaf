import { expect, test } from "vitest";
import { runDocwright } from "./run-docwright.ts";

const commands = [
  "init",
  "build",
  "check",
  "watch",
  "extract",
  "generate",
  "inspect",
  "explain",
  "diff",
  "lint",
  "endpoint",
  "export",
  "export openapi",
  "templates",
  "templates eject",
  "completion",
  "help",
];

/** The help of the program or of one of its commands. */
async function helpOf(words: string): Promise<string> {
  const { status, out } = await runDocwright(...words.split(" ").filter(Boolean), "--help");
  expect(status).toBe(0);
  return out.trimEnd();
}

test("docs/manual.md is what the commands say of themselves", async () => {
  const parts = [
    "# docwright, command by command",
    "",
    "What `docwright --help` and `docwright <command> --help` print.",
  ];
  for (const words of ["", ...commands]) {
    const heading = `docwright ${words}`.trim();
    parts.push("", `## ${heading}`, "", "```text", await helpOf(words), "```");
  }
  const limits = (await runDocwright("help", "limits")).out.trimEnd();
  parts.push("", "## docwright help limits", "", "```text", limits, "```");

  await expect(`${parts.join("\n")}\n`).toMatchFileSnapshot("../../docs/manual.md");
});

test("every command is in it", async () => {
  const listed = [...(await helpOf("")).matchAll(/^ {2}([a-z]+) .*$/gm)].map(([, name]) => name);

  expect(listed).toEqual(expect.arrayContaining(commands.filter((name) => !name.includes(" "))));
  expect(listed.filter((name) => !commands.includes(name ?? ""))).toEqual([]);
});

/** Commands that do something by themselves. */
const doers = commands.filter((name) => commands.every((other) => !other.startsWith(`${name} `)));

test.each(doers)("%s has an example", async (words) => {
  expect(await helpOf(words)).toContain("Examples:\n");
});

test.each(doers)("%s tells its exit codes and what it heeds of the environment", async (words) => {
  expect(await helpOf(words)).toMatch(/Environment:\n {2}NO_COLOR[^]*\nExit codes: 0 fine, /);
});

test("help takes the words of a command in a command", async () => {
  expect((await runDocwright("help", "templates", "eject")).out.trimEnd()).toBe(
    await helpOf("templates eject"),
  );
});

test("docwright help is the same as --help", async () => {
  expect((await runDocwright("help", "build")).out.trimEnd()).toBe(await helpOf("build"));
});
