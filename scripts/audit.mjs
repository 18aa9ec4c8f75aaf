// Asks the registry which advisories there are for what is installed together with docwright, and ends with 1 where
// there is one. Not every registry answers that: then it says so, and nothing is known.

import { spawnSync } from "node:child_process";

const omitted = ["dev", "optional", "peer"].map((kind) => `--omit=${kind}`);
// On Windows npm is no program but a script of the shell's.
const shell = process.platform === "win32";
const { stdout } = spawnSync("npm", ["audit", "--json", ...omitted], { encoding: "utf8", shell });
const { metadata, vulnerabilities, message = "its answer cannot be read" } = parse(stdout);
const total = metadata?.vulnerabilities?.total;
if (total === undefined) {
  say(`not checked: the registry answers no audits (${message.split("\n")[0]})`);
} else if (total === 0) {
  say("no advisory for what ships");
} else {
  for (const { name, range, severity } of Object.values(vulnerabilities)) {
    say(`${name} ${range}: ${severity}`);
  }
  process.exitCode = 1;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
