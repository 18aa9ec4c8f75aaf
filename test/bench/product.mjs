// What whole products take: from pages to packages, and in the hands of consumers: `npm run bench:product`.

import { spawnSync } from "node:child_process";
import console from "node:console";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { createClient } from "@hey-api/openapi-ts";

const corpus = process.env.DOCWRIGHT_CORPUS;
if (!corpus) throw new Error("set DOCWRIGHT_CORPUS to a folder of pages");
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const root = fileURLToPath(new URL("../../", import.meta.url));
const docwright = join(root, "dist/bin/cli.js");
const compiler = (name) => join(root, "node_modules", name, "bin/tsc");
const here = mkdtempSync(join(tmpdir(), "docwright-bench-"));

/** Wall and CPU seconds and peak memory in MiB of a process. */
function run(words, folder = here) {
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--import", meter, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", BENCH_METER: join(here, "meter.json") },
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - start) / 1000;
  // Some pages of the corpus have errors.
  const isFine = status === 0 || (status === 1 && words[1] === "build");
  if (!isFine) throw new Error(`${words.join(" ")}: ${stderr}${stdout}`);
  return { wall, ...JSON.parse(readFileSync(join(here, "meter.json"), "utf8")) };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Runs contestants in turn, round after round; the first one is what the others are held against. */
function compare(title, contestants) {
  const results = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, words, folder, before } of contestants) {
      before?.();
      results.get(name).push(run(words, folder));
    }
  }
  const [[, first]] = results;
  console.log(`\n${title}\n`);
  for (const [name, found] of results) {
    const of = (key) => median(found.map((one) => one[key]));
    const ratio = (key) => median(found.map((one, index) => one[key] / first[index][key]));
    console.log(
      `  ${name.padEnd(58)} ${of("wall").toFixed(2)} s  ${of("cpu").toFixed(2)} s CPU  ${of("memory").toFixed(0)} MiB` +
        `  ${ratio("wall").toFixed(3)} x wall  ${ratio("cpu").toFixed(3)} x CPU`,
    );
  }
}

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

try {
  writeFileSync(join(here, "package.json"), '{ "type": "module", "private": true }');
  const peers = [
    "mdast-util-from-markdown@2.1.0",
    "mdast-util-gfm@3.1.0",
    "micromark-extension-gfm@3.0.0",
    "@alicloud/ecs20140526",
  ];
  const installed = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...peers],
    {
      cwd: here,
      encoding: "utf8",
    },
  );
  if (installed.status !== 0) throw new Error(installed.stderr);

  writeFileSync(
    join(here, "gfm.mjs"),
    `import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfm } from "micromark-extension-gfm";
import { gfmFromMarkdown } from "mdast-util-gfm";
for (const path of readdirSync(process.argv[2], { recursive: true, encoding: "utf8" })) {
  if (!path.endsWith(".md")) continue;
  const text = readFileSync(join(process.argv[2], path), "utf8");
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}
`,
  );
  const build = [docwright, "build", corpus];
  compare("Pages to packages, the whole corpus", [
    { name: "mdast-util-from-markdown with GFM, parsing only", words: ["gfm.mjs", corpus] },
    {
      name: "docwright build, for the first time",
      words: build,
      before: () => {
        for (const folder of ["specs", "generated"]) {
          rmSync(join(here, folder), { recursive: true, force: true });
        }
      },
    },
    { name: "docwright build, nothing changed", words: build },
  ]);

  const largest = join(here, "generated/ecs-20140526");
  symlinkSync(join(root, "node_modules"), join(largest, "node_modules"));
  run([docwright, "export", "openapi", "specs/ecs-20140526", "--out", "openapi"]);
  await createClient({
    input: join(here, "openapi/ecs-20140526.openapi.json"),
    output: { path: join(here, "hey/src") },
    plugins: ["@hey-api/client-fetch", "@hey-api/sdk", "@hey-api/typescript"],
    logs: { level: "silent" },
  });
  const config = (folder, include) => {
    mkdirSync(folder, { recursive: true });
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      module: "preserve",
      moduleResolution: "bundler",
      allowImportingTsExtensions: true,
      types: [],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
  };
  config(join(here, "hey"), ["src"]);
  cpSync(join(largest, "src"), join(here, "own/src"), { recursive: true });
  // What only Node has, its types are needed for.
  symlinkSync(join(root, "node_modules"), join(here, "own/node_modules"));
  config(join(here, "own"), ["src"]);
  const ownConfig = JSON.parse(readFileSync(join(here, "own/tsconfig.json"), "utf8"));
  ownConfig.compilerOptions.types = ["node"];
  ownConfig.compilerOptions.customConditions = ["node"];
  ownConfig.compilerOptions.paths = { "#platform": ["./src/runtime/platform/node.ts"] };
  writeFileSync(join(here, "own/tsconfig.json"), JSON.stringify(ownConfig));
  compare("Type check of 241 operations, TypeScript 7", [
    { name: "hey-api's output", words: [compiler("typescript-7.0"), "-p", "hey"] },
    { name: "docwright's package", words: [compiler("typescript-7.0"), "-p", "own"] },
  ]);

  run([join(largest, "scripts/build.mjs")], largest);
  const consumer = join(here, "consumer");
  mkdirSync(join(consumer, "node_modules"), { recursive: true });
  symlinkSync(largest, join(consumer, "node_modules/ecs-20140526"));
  symlinkSync(join(root, "node_modules/@types"), join(consumer, "node_modules/@types"));
  writeFileSync(join(consumer, "empty.ts"), "export {};\n");
  writeFileSync(
    join(consumer, "consumer.ts"),
    `import { EcsClient, isDescribeInstancesError } from "ecs-20140526";
const ecs = new EcsClient({ regionId: "cn-hangzhou" });
try {
  const { Instances, TotalCount = 0 } = await ecs.describeInstances({ PageSize: 10 });
  console.log(TotalCount, Instances?.Instance?.map(({ InstanceId }) => InstanceId));
} catch (error) {
  if (!isDescribeInstancesError(error)) throw error;
  console.error(error.code, error.requestId);
}
ecs.close();
`,
  );
  const flags =
    "--ignoreConfig --strict --noEmit --target es2022 --module nodenext --types node".split(" ");
  for (const [title, name] of [
    ["TypeScript 6", "typescript"],
    ["TypeScript 7", "typescript-7.0"],
  ]) {
    compare(`Type check of a consumer, ${title}`, [
      { name: "an empty program", words: [compiler(name), ...flags, "empty.ts"], folder: consumer },
      {
        name: "ten lines that use the client",
        words: [compiler(name), ...flags, "consumer.ts"],
        folder: consumer,
      },
    ]);
  }

  writeFileSync(join(here, "official.mjs"), 'import "@alicloud/ecs20140526";\n');
  writeFileSync(join(consumer, "import.mjs"), 'import "ecs-20140526";\n');
  writeFileSync(join(here, "nothing.mjs"), "");
  compare("Import of the client", [
    { name: "the vendor's", words: ["official.mjs"] },
    { name: "docwright's", words: ["import.mjs"], folder: consumer },
    { name: "nothing", words: ["nothing.mjs"] },
  ]);

  console.log("\nOne call of 241 operations, minified, gzip\n");
  for (const [name, request] of [
    ["startInstance", '{ InstanceId: "i-1" }'],
    ["describeRegions", "{}"],
    ["describeInstances", "{}"],
  ]) {
    writeFileSync(
      join(consumer, "one.mjs"),
      `import { Client, ${name} } from "ecs-20140526";
console.log(await ${name}(new Client({ regionId: "cn-hangzhou" }), ${request}));
`,
    );
    for (const platform of ["browser", "node"]) {
      const { outputFiles } = await bundle({
        entryPoints: [join(consumer, "one.mjs")],
        bundle: true,
        minify: true,
        write: false,
        format: "esm",
        platform,
        target: "es2022",
        logLevel: "error",
      });
      const size = gzipSync(outputFiles[0].contents, { level: 9 }).length / 1024;
      console.log(`  ${`${name}, ${platform}`.padEnd(58)} ${size.toFixed(2)} KiB`);
    }
  }
} finally {
  rmSync(here, { recursive: true, force: true });
}
