// What reading pages costs: the commands and the figures seen are in README.md beside this file.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const corpus = process.env.DOCWRIGHT_CORPUS ?? "";
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const [contestant] = process.argv.slice(2);

/** What is compared, the yardstick first. Each reads all pages once, in a process of its own. */
const contestants = {
  "mdast-util-from-markdown, CommonMark": async () => {
    const { fromMarkdown } = await import("mdast-util-from-markdown");
    return (paths) => paths.forEach((path) => fromMarkdown(readFileSync(path, "utf8")));
  },
  "page to spec": () => createReader(() => undefined),
  "page to spec, and its YAML": async () => {
    const { writeOperation } = await import("../../dist/spec/write-operation.js");
    return createReader(writeOperation);
  },
};

if (corpus === "") {
  process.stderr.write("DOCWRIGHT_CORPUS names no folder of pages\n");
  process.exitCode = 2;
} else if (contestant === undefined) compare();
else await measure(contestant);

/** Rounds in which each contestant runs once, in turn; a ratio is one of two runs of the same round. */
function compare() {
  const names = Object.keys(contestants);
  const runs = Array.from({ length: rounds }, () => names.map(run));
  say(`${runs[0][0].pages} pages, ${rounds} rounds, medians of CPU time (user and system)`);
  names.forEach((name, index) => {
    const time = median(runs.map((round) => round[index].cpu));
    const ratio = median(runs.map((round) => round[index].cpu / round[0].cpu));
    const peak = median(runs.map((round) => round[index].peak));
    const columns = [`${time.toFixed(2)} ms a page`, `${ratio.toFixed(2)} x`, `${peak} MiB`];
    say([name.padEnd(37), ...columns.map((column) => column.padStart(15))].join(""));
  });
}

function run(name) {
  const command = [fileURLToPath(import.meta.url), name];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: "utf8" }));
}

/** All that the contestant causes counts: loading and compiling code, reading files, collecting garbage. */
async function measure(name) {
  const paths = readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => join(corpus, path));
  const from = process.cpuUsage();
  const read = await contestants[name]();
  read(paths);
  const { user, system } = process.cpuUsage(from);
  const cpu = (user + system) / 1000 / paths.length;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  say(JSON.stringify({ pages: paths.length, cpu, peak }));
}

/** Reads pages as `docwright inspect` does: first what each says for the others, then what it means. */
async function createReader(use) {
  const [{ createReporter }, { createSource }, { parsePage }] = await Promise.all([
    import("../../dist/diagnostics/create-reporter.js"),
    import("../../dist/text/source.js"),
    import("../../dist/corpus/read-operation-page.js"),
  ]);
  const [{ gatherEvidence }, { createSiblings }, { deriveOperation }] = await Promise.all([
    import("../../dist/derive/siblings/gather-evidence.js"),
    import("../../dist/derive/siblings/create-siblings.js"),
    import("../../dist/derive/derive-operation.js"),
  ]);
  const parse = (path) => {
    const source = createSource(path, readFileSync(path, "utf8"));
    const report = createReporter(source, []);
    return { page: parsePage(source, report), report };
  };
  return (paths) => {
    const evidence = paths.map((path) => gatherEvidence(parse(path).page, path));
    const siblingsOf = createSiblings(evidence);
    paths.forEach((path, index) => {
      const { page, report } = parse(path);
      const siblings = siblingsOf(evidence[index]);
      const operation = deriveOperation(page, { page: path, siblings }, report);
      if (operation !== undefined) use(operation);
    });
  };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
