// What reading pages costs: the commands and the figures seen are in README.md beside this file.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { fromMarkdown } from "mdast-util-from-markdown";
import { createReporter } from "../../dist/diagnostics/create-reporter.js";
import { readOperationPage } from "../../dist/read-operation-page.js";
import { writeOperation } from "../../dist/spec/write-operation.js";
import { createSource } from "../../dist/text/source.js";

const corpus = process.env.DOCWRIGHT_CORPUS ?? "";
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const [part = "time"] = process.argv.slice(2);

if (corpus === "") {
  process.stderr.write("DOCWRIGHT_CORPUS names no folder of pages\n");
  process.exitCode = 2;
} else if (part === "memory") readAllOnce();
else compare();

/** One CPU for all: each round runs every contestant once over the same pages, in turn. */
function compare() {
  const pages = pagePaths().map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const contestants = [
    ["mdast-util-from-markdown, CommonMark", ({ text }) => fromMarkdown(text)],
    ["page to spec", readPage],
    ["page to spec, and its YAML", writePage],
  ];
  const times = contestants.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    contestants.forEach(([, run], index) => {
      const from = process.cpuUsage();
      pages.forEach((page) => run(page));
      const { user, system } = process.cpuUsage(from);
      // The first round only warms up.
      if (round > 0) times[index].push((user + system) / 1000 / pages.length);
    });
  }
  const [yardstick] = times;
  say(`${pages.length} pages, ${rounds} rounds, CPU time (user and system), medians`);
  contestants.forEach(([name], index) => {
    const own = times[index];
    const ratio = median(own.map((time, round) => time / yardstick[round]));
    say(`${name.padEnd(38)} ${median(own).toFixed(2)} ms a page   ${ratio.toFixed(2)} x`);
  });
  for (const what of ["spec", "yaml"]) {
    const command = [fileURLToPath(import.meta.url), "memory", what];
    say(execFileSync(process.execPath, command, { encoding: "utf8" }).trim());
  }
}

/** In a process of its own, page after page from the disk, as `docwright inspect` reads them. */
function readAllOnce() {
  const yaml = process.argv[3] === "yaml";
  for (const path of pagePaths()) {
    (yaml ? writePage : readPage)({ path, text: readFileSync(path, "utf8") });
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  say(`page to spec${yaml ? ", and its YAML" : ""}: peak memory ${peak.toFixed(0)} MiB`);
}

function readPage({ path, text }) {
  const source = createSource(path, text);
  return readOperationPage(source, { page: path }, createReporter(source, []));
}

function writePage(page) {
  const operation = readPage(page);
  return operation === undefined ? undefined : writeOperation(operation);
}

function pagePaths() {
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => join(corpus, path));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
