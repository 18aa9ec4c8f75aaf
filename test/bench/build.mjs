// What a build takes, beside generators that read OpenAPI, as whole processes: `npm run bench:build`.

import { spawnSync } from "node:child_process";
import {
  cpSync,
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
import { performance } from "node:perf_hooks";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { openApiOfSpecs } from "./openapi-of-specs.mjs";

const corpus = process.env.DOCWRIGHT_CORPUS;
if (!corpus) throw new Error("set DOCWRIGHT_CORPUS to a folder of pages");
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const docwright = fileURLToPath(new URL("../../dist/bin/cli.js", import.meta.url));
const here = mkdtempSync(join(tmpdir(), "docwright-bench-"));

/** Versions that were current when this was written; they are installed into a folder of their own. */
const peers = {
  "openapi-typescript": {
    version: "7.13.0",
    bin: "bin/cli.js",
    words: (input) => [input, "-o", "ot.ts"],
  },
  "@hey-api/openapi-ts": {
    version: "0.99.0",
    bin: "bin/run.js",
    words: (input) => ["-i", input, "-o", "hey"],
  },
  orval: {
    version: "8.38.0",
    bin: "dist/bin/orval.mjs",
    words: (input) => ["--input", `./${input}`, "--output", "./orval.ts"],
  },
};

/** Time in seconds and peak memory in MiB of a process. */
function run(words, folder) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", meter, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", BENCH_MEMORY: join(here, "memory") },
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 1)
    throw new Error(`${words.join(" ")} ended with ${status}: ${stderr}`);
  const memory = Number(readFileSync(join(here, "memory"), "utf8"));
  return { wall, memory };
}

const meter = join(here, "meter.mjs");
writeFileSync(
  meter,
  `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS / 1024)));
`,
);

const print = (line) => process.stdout.write(`${line}\n`);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** One page for each operation of the corpus, as far as `limit` allows. */
function onePageEach(folder, limit) {
  const { stdout } = spawnSync(process.execPath, [docwright, "inspect", corpus, "--jsonl"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const seen = new Set();
  for (const line of stdout.split("\n").filter(Boolean)) {
    const { file, product, version, action } = JSON.parse(line);
    const key = `${product} ${version} ${action}`;
    if (product === null || version === null || seen.has(key) || seen.size === limit) continue;
    seen.add(key);
    mkdirSync(dirname(join(folder, "docs", file)), { recursive: true });
    cpSync(join(corpus, file), join(folder, "docs", file));
  }
  return seen.size;
}

function install() {
  const folder = process.env.BENCH_PEERS ?? join(here, "peers");
  if (existsSync(join(folder, "node_modules/orval"))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  const names = Object.entries(peers).map(([name, { version }]) => `${name}@${version}`);
  const { status } = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", ...names, "typescript@5.9.3"],
    {
      cwd: folder,
      stdio: "inherit",
    },
  );
  if (status !== 0) throw new Error("the peers cannot be installed");
  return folder;
}

const installed = install();

function measure(limit) {
  const folder = join(here, String(limit));
  mkdirSync(folder, { recursive: true });
  onePageEach(folder, limit);
  const build = [docwright, "build", "docs"];
  run(build, folder);
  const { operations, document } = openApiOfSpecs(join(folder, "specs"));
  const input = "openapi.json";
  writeFileSync(join(folder, input), JSON.stringify(document));
  const [page] = readdirSync(join(folder, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join(folder, "docs", path));
  const clean = () => {
    for (const name of ["specs", "generated"])
      rmSync(join(folder, name), { recursive: true, force: true });
  };
  const peer = (name, ...more) => {
    const { bin, words } = peers[name];
    return () =>
      run([join(installed, "node_modules", name, bin), ...words(input), ...more], folder);
  };
  const text = readFileSync(page, "utf8");
  let edits = 0;
  const cases = {
    "docwright build, cold": () => {
      clean();
      return run(build, folder);
    },
    "docwright build, nothing changed": () => run(build, folder),
    "docwright check --stale-only, nothing changed": () =>
      run([docwright, "check", "docs", "--stale-only"], folder),
    "docwright build, one page changed": () => {
      edits += 1;
      // Another word in the prose of each row, so that spec and package change.
      writeFileSync(page, text.replaceAll(/(?=[。.] *\|)/g, ` ${edits}`));
      return run(build, folder);
    },
    "openapi-typescript": peer("openapi-typescript"),
    "openapi-typescript --check": peer("openapi-typescript", "--check"),
    "@hey-api/openapi-ts": peer("@hey-api/openapi-ts"),
    orval: peer("orval"),
  };
  const seen = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measureCase] of Object.entries(cases)) seen[name].push(measureCase());
  }
  const of = (name, what) => median(seen[name].map((one) => one[what]));
  print(
    `\n${operations} operations, ${(JSON.stringify(document).length / 1e6).toFixed(2)} MB of OpenAPI, ${rounds} rounds`,
  );
  for (const name of Object.keys(cases)) {
    print(
      `${name.padEnd(46)} ${of(name, "wall").toFixed(2).padStart(6)} s ${of(name, "memory").toFixed(0).padStart(5)} MiB`,
    );
  }
  const ratio = (one, other) => {
    const ratios = seen[one].map(({ wall }, round) => wall / seen[other][round].wall);
    print(`${`${one} / ${other}`.padEnd(84)} ${median(ratios).toFixed(2)} x`);
  };
  ratio("docwright build, cold", "openapi-typescript");
  ratio("docwright build, cold", "@hey-api/openapi-ts");
  ratio("docwright build, cold", "orval");
  ratio("docwright build, nothing changed", "openapi-typescript --check");
  ratio("docwright check --stale-only, nothing changed", "openapi-typescript --check");
  ratio("docwright build, one page changed", "docwright build, cold");
}

const start = () => {
  const bare = [];
  const version = [];
  const time = (words) => {
    const from = performance.now();
    spawnSync(process.execPath, words);
    return performance.now() - from;
  };
  for (let round = 0; round < rounds * 4; round += 1) {
    bare.push(time(["-e", "0"]));
    version.push(time([docwright, "--version"]));
  }
  print(
    `\nnode -e 0 ${median(bare).toFixed(0)} ms, docwright --version ${median(version).toFixed(0)} ms: ${(median(version) / median(bare)).toFixed(2)} x`,
  );
};

try {
  start();
  for (const limit of [150, Infinity]) measure(limit);
} finally {
  rmSync(here, { recursive: true, force: true });
}
