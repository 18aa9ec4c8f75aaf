// What a call costs: the command and the figures seen are in README.md beside this file.
import { execFileSync, spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const contestants = ["floor", "generated", "official"];
const modes = [
  { title: "serialize, sign and parse, no network", mode: "dry", calls: 20_000 },
  { title: "loopback, one call after the other", mode: "1", calls: 8_000 },
  { title: "loopback, 32 calls at a time", mode: "32", calls: 8_000 },
];

const here = (name) => fileURLToPath(new URL(`client/${name}`, import.meta.url));
const server = spawn(process.execPath, [here("serve.mjs")], {
  stdio: ["ignore", "pipe", "inherit"],
});
const port = await new Promise((resolve) =>
  server.stdout.once("data", (line) => resolve(Number(line))),
);
const endpoint = `http://127.0.0.1:${port}`;

say(`${rounds} rounds, medians of CPU time (user and system), and of the rounds' ratios`);
for (const { title, mode, calls } of modes) {
  const runs = Array.from({ length: rounds }, () =>
    contestants.map((name) => run(name, mode, calls)),
  );
  say(`\n${title}`);
  contestants.forEach((name, at) => {
    const of = (pick) => median(runs.map(pick));
    const columns = [
      `${of((round) => round[at].cpu).toFixed(1)} µs`,
      `${of((round) => round[at].cpu / round[0].cpu).toFixed(2)} x floor`,
      `${of((round) => round[at].cpu / round[2].cpu).toFixed(2)} x official`,
      `${of((round) => round[at].rate).toFixed(0)} calls/s`,
    ];
    say([name.padEnd(10), ...columns.map((column) => column.padStart(17))].join(""));
  });
}
server.kill();

function run(name, mode, calls) {
  const words = [here("run.mjs"), name, mode, String(calls), endpoint];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" }));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
