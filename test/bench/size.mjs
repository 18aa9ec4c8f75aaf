// What the package weighs: the command and the figures seen are in README.md beside this file.
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** The vendor's package for the same API, @alicloud/ga20191120 3.0.1, as captured on 2026-11-22 (not in the registry). */
const captured = { minified: 1_638_262, gzip: 238_714, installed: 26.3e6, packages: 41, cpu: 539 };

const rounds = Number(process.env.BENCH_ROUNDS ?? 11);
const root = fileURLToPath(new URL("../../", import.meta.url));
const core = "@alicloud/openapi-core";
const name = "ga-20191120";

const folder = mkdtempSync(join(tmpdir(), "docwright-size-"));
try {
  const packed = install();
  await compareBundles();
  compareInstallations(packed);
  compareImports();
} finally {
  rmSync(folder, { recursive: true });
}

/** Packs the package and lays it where programs in the folder find it. */
function install() {
  const words = ["pack", "--json", "--pack-destination", folder];
  // What npm is told in this checkout it passes on; the package is built where it is packed.
  const env = { ...process.env, npm_config_ignore_scripts: "false" };
  const options = { cwd: join(root, "generated", name), encoding: "utf8", env };
  const printed = execFileSync("npm", words, { ...options, stdio: ["ignore", "pipe", "ignore"] });
  const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(
    printed.slice(printed.indexOf("[")),
  );
  const home = join(folder, "node_modules", name);
  mkdirSync(home, { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, filename), "--strip-components=1", "-C", home]);
  return { size, unpackedSize, entryCount };
}

async function compareBundles() {
  const call = `import { Client, createListener } from "${name}";
    export const call = (options, request) => createListener(new Client(options), request);`;
  const vendor = `import core from "${core}"; export default core;`;
  const forNode = await bundle(call, folder, "node");
  const forBrowsers = await bundle(call, folder, "browser");
  const ofVendor = await bundle(vendor, root, "node");
  say("One call in function form, bundled and minified by esbuild, in bytes\n");
  row("", "minified", "gzip", "official / this");
  const lines = { "for Node": forNode, "for browsers": forBrowsers, [core]: ofVendor };
  for (const [title, { minified, gzip }] of Object.entries(lines)) {
    row(title, count(minified), count(gzip), ratio(captured.gzip, gzip));
  }
  row("official, captured", count(captured.minified), count(captured.gzip), ratio(1, 1));
  say("\nWhat they are made of: minified bytes of a module, for Node and for browsers\n");
  const source = join(root, "generated", name, "src");
  const weightsFor = async (platform) => {
    const alias = { "#platform": join(source, `runtime/platform/${platform}.ts`) };
    const text = call.replace(name, join(source, "index.ts"));
    return (await bundle(text, folder, platform === "web" ? "browser" : platform, alias)).modules;
  };
  const [ofNode, ofWeb] = [await weightsFor("node"), await weightsFor("web")];
  const weights = [...new Set([...ofNode.keys(), ...ofWeb.keys()])]
    .map((path) => [path, ofNode.get(path) ?? 0, ofWeb.get(path) ?? 0])
    .sort(([, ...a], [, ...b]) => Math.max(...b) - Math.max(...a));
  const small = weights.splice(25);
  for (const [path, ...columns] of weights) row(path, ...columns.map(count));
  const rest = [1, 2].map((column) => small.reduce((sum, line) => sum + line[column], 0));
  row(`${small.length} others`, ...rest.map(count));
}

async function bundle(contents, resolveDir, platform, alias = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    alias,
    metafile: true,
    write: false,
    logLevel: "error",
  });
  const [{ contents: bytes }] = outputFiles;
  const [{ inputs }] = Object.values(metafile.outputs);
  const modules = Object.entries(inputs).map(([path, { bytesInOutput }]) => [
    path.replace(/^.*\/src\//, ""),
    bytesInOutput,
  ]);
  return {
    minified: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    modules: new Map(modules),
  };
}

function compareInstallations({ size, unpackedSize, entryCount }) {
  const vendor = weigh([...withDependencies(core)]);
  say("\nInstalled\n");
  row("", "bytes", "files", "packages", "tarball", "official / this");
  const of = ratio(captured.installed, unpackedSize);
  row(name, count(unpackedSize), count(entryCount), "1", count(size), of);
  const ofVendor = ratio(captured.installed, vendor.bytes);
  row(core, count(vendor.bytes), count(vendor.files), count(vendor.packages), "", ofVendor);
  row(
    "official, captured",
    count(captured.installed),
    "4,353",
    count(captured.packages),
    "",
    "1.0 x",
  );
}

/** The folders of a package and of all that it depends on. */
function withDependencies(name, from = root, found = new Set()) {
  let at = from;
  while (!existsSync(join(at, "node_modules", name))) at = join(at, "..");
  const home = join(at, "node_modules", name);
  if (found.has(home)) return found;
  found.add(home);
  const { dependencies = {} } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  for (const dependency of Object.keys(dependencies)) withDependencies(dependency, home, found);
  return found;
}

/** What packages take on disk, without those that are nested in them: they are in the list. */
function weigh(homes) {
  const files = homes.flatMap((home) =>
    readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.slice(home.length).includes("/node_modules/")),
  );
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  return { bytes, files: files.length, packages: homes.length };
}

/** Each round loads each of them once, in a process of its own. */
function compareImports() {
  const contestants = {
    [`${name}, import`]: [folder, `await import("${name}")`],
    [`${name}, require`]: [folder, `require("${name}")`],
    [`${core}, require`]: [root, `require("${core}")`],
  };
  const names = Object.keys(contestants);
  const runs = Array.from({ length: rounds }, () => names.map((key) => load(...contestants[key])));
  say(`\nLoaded in a new process, medians of ${rounds} rounds\n`);
  row("", "CPU ms", "wall ms", "heap KiB", "official / this");
  names.forEach((title, at) => {
    const [cpu, wall, heap] = ["cpu", "wall", "heap"].map((key) =>
      median(runs.map((round) => round[at][key])),
    );
    row(title, cpu.toFixed(1), wall.toFixed(1), heap.toFixed(0), ratio(captured.cpu, cpu));
  });
  row("official, captured", String(captured.cpu), "552", "", "1.0 x");
}

function load(cwd, statement) {
  const program = `
    const { createRequire } = await import("node:module");
    const require = createRequire(process.cwd() + "/-");
    const heap = process.memoryUsage().heapUsed;
    const from = process.cpuUsage();
    const begun = performance.now();
    ${statement};
    const wall = performance.now() - begun;
    const { user, system } = process.cpuUsage(from);
    const grown = process.memoryUsage().heapUsed - heap;
    process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, wall, heap: grown / 1024 }));`;
  const words = ["--input-type=module", "--eval", program];
  return JSON.parse(execFileSync(process.execPath, words, { cwd, encoding: "utf8" }));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function ratio(official, own) {
  return `${(official / own).toFixed(1)} x`;
}

function count(number) {
  return number.toLocaleString("en-US");
}

function row(title, ...columns) {
  say([title.padEnd(44), ...columns.map((column) => column.padStart(16))].join("").trimEnd());
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
