// Whether whole commands stay linear, and within 10 s of CPU and 700 MB: see README.md.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { projects, reworded } from "./worst-projects.mjs";

const wanted = process.argv.slice(2);
const scale = Number(process.env.BENCH_SCALE ?? 1);
const isOnce = process.env.BENCH_ONCE === "1";
const most = { cpu: 10, memory: 700 };
const cli = fileURLToPath(new URL("../../dist/bin/cli.js", import.meta.url));
const here = mkdtempSync(join(tmpdir(), "docwright-worst-"));
const meter = join(here, "meter.mjs");
writeFileSync(
  meter,
  `import { writeFileSync } from "node:fs";
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS / 1024;
  writeFileSync(process.env.BENCH_METER, JSON.stringify({ cpu: (user + system) / 1e6, memory }));
});
`,
);

/** The commands, each with what it is given; what a build before made is there. */
const commands = [
  ["build", () => ["build", "pages"]],
  ["build again", () => ["build", "pages"]],
  ["check --stale-only", () => ["check", "pages", "--stale-only"]],
  ["check", () => ["check", "pages"]],
  ["lint", () => ["lint", "pages"]],
  ["lint --sarif", () => ["lint", "pages", "--sarif"]],
  ["inspect", () => ["inspect", "pages", "--jsonl"]],
  ["extract", () => ["extract", "pages", "--out", "extracted"]],
  ["explain", (names) => ["explain", `Library.${names.action}`]],
  ["explain a member", (names) => ["explain", `Library.${names.action}.${names.member}`]],
  ["explain none", (names) => ["explain", `Library.${names.action}.Nothing`]],
  ["export openapi", () => ["export", "openapi", "specs"]],
  ["generate", () => ["generate", "specs", "--out", "made"]],
  ["build other pages", () => ["build", "other", "--specs", "specs2", "--out", "generated2"]],
  ["diff", () => ["diff", "specs", "specs2"]],
  ["check against them", () => ["check", "other", "--stale-only"]],
];

/** CPU seconds and MiB of a whole process; nothing where it was killed. */
function run(words, folder) {
  const file = join(here, "meter.json");
  rmSync(file, { force: true });
  spawnSync(process.execPath, ["--import", meter, cli, ...words], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", BENCH_METER: file },
    stdio: "ignore",
    timeout: 120_000,
    killSignal: "SIGKILL",
  });
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    const isOverlay = path.startsWith("overlays/");
    put(join(folder, isOverlay ? "specs/library-20200102" : "pages", path), text);
    if (!isOverlay) put(join(folder, "other", path), reworded(text));
  }
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** An operation that has been built, and a member of it. */
function namesIn(folder) {
  const operations = join(folder, "specs/library-20200102/operations");
  const [file = ""] = existsSync(operations) ? readdirSync(operations) : [];
  if (file === "") return undefined;
  const text = readFileSync(join(operations, file), "utf8");
  const [, member = "Action"] = [...text.matchAll(/^ {2}- name: (.*)$/gm)].at(-1) ?? [];
  return { action: file.replace(".yaml", ""), member };
}

/** What each command takes for a project of this size. */
function measure(make, n) {
  const folder = join(here, "project");
  rmSync(folder, { recursive: true, force: true });
  write(folder, make(n));
  const taken = new Map();
  for (const [name, wordsOf] of commands) {
    const names = namesIn(folder) ?? { action: "MakeShelf", member: "Action" };
    taken.set(name, run(wordsOf(names), folder));
  }
  return taken;
}

try {
  for (const [title, largest, make] of projects) {
    if (wanted.length > 0 && !wanted.some((word) => title.includes(word))) continue;
    const n = Math.max(1, Math.floor(largest * scale));
    say(`\n${title}, n = ${n}`);
    const half = isOnce ? undefined : measure(make, Math.ceil(n / 2));
    for (const [name, taken] of measure(make, n)) {
      const before = half === undefined ? taken : half.get(name);
      if (taken === undefined || before === undefined) {
        say(`  ${name.padEnd(20)} was ended after two minutes  !`);
        continue;
      }
      const growth = taken.cpu / before.cpu;
      const isTooMuch = taken.cpu > most.cpu || taken.memory > most.memory;
      const isSteep = growth > 3 && taken.cpu > 1;
      say(
        `  ${name.padEnd(20)} ${taken.cpu.toFixed(2).padStart(6)} s CPU ${taken.memory.toFixed(0).padStart(5)} MiB` +
          `${isOnce ? "" : `  x${growth.toFixed(1)}`}${isTooMuch || isSteep ? "  !" : ""}`,
      );
    }
  }
} finally {
  rmSync(here, { recursive: true, force: true });
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
