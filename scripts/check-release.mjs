// What a release has to say of itself before anything is published: run by the release workflow, with the tag.

import { readFileSync } from "node:fs";

const { version, repository } = JSON.parse(readFileSync("package.json", "utf8"));
const { GITHUB_REF_NAME: tag, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
const address = `git+${server}/${name}.git`;
const changes = readFileSync("CHANGELOG.md", "utf8");

const faults = [
  tag === `v${version}` ? "" : `the tag is ${tag}, the version in package.json ${version}`,
  repository?.url === address
    ? ""
    : `npm takes provenance only where package.json names the repository: "repository": { "type": "git", "url": "${address}" }`,
  changes.split("\n").some((line) => line.startsWith(`## ${version}`))
    ? ""
    : `CHANGELOG.md has no section "## ${version}"`,
].filter((fault) => fault !== "");

for (const fault of faults) process.stdout.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
