import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { folderWith } from "../cli/run-docwright.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, ".github/workflows");

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const texts = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
);
const read = (name: string) => parse(texts.get(name) ?? "") as Workflow;
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each([...texts.keys()])("the workflow %s", (name) => {
  const workflow = read(name);

  test("lets no job do more than read, unless the job says so", () => {
    expect([{}, { contents: "read" }]).toContainEqual(workflow.permissions);
  });

  test("runs no code of strangers with rights of ours", () => {
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
    expect(Object.keys(workflow.on)).not.toContain("workflow_run");
  });

  test("names each action of others by its full commit", () => {
    const loose = stepsOf(workflow).filter(
      ({ uses }) => uses !== undefined && !/^[\w./-]+@[0-9a-f]{40}$/.test(uses),
    );

    expect(loose).toEqual([]);
  });

  test("holds no secret", () => {
    expect(texts.get(name)).not.toMatch(/secrets\.|github\.token|_TOKEN|_KEY/);
  });

  test("puts nothing into a command that GitHub fills in: names of branches can be commands", () => {
    expect(stepsOf(workflow).filter(({ run }) => run?.includes("${{"))).toEqual([]);
  });

  test("runs what CI does", () => {
    expect(stepsOf(workflow)).toContainEqual(expect.objectContaining({ run: ".ci/run" }));
  });
});

describe("a release", () => {
  const { on, permissions, jobs } = read("release.yml");
  const commands = (job: string) => jobs[job]?.steps.map(({ run = "" }) => run) ?? [];

  test("is made of a tag and nothing else", () => {
    expect(on).toEqual({ push: { tags: ["v*"] } });
    expect(permissions).toEqual({});
  });

  test("is checked and tested before, where npm's trust cannot be had", () => {
    expect(commands("verify").slice(-2)).toEqual(["node scripts/check-release.mjs", ".ci/run"]);
    expect(jobs.verify?.permissions).toEqual({ contents: "read" });
    expect(jobs.publish?.needs).toBe("verify");
  });

  test("is published with provenance, by what GitHub says who it is", () => {
    expect(commands("publish").at(-1)).toBe("npm publish --provenance --access public");
    expect(jobs.publish?.permissions).toEqual({ contents: "read", "id-token": "write" });
  });

  test("cannot be published from a desk, where there is no provenance", () => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

    expect(manifest).toMatchObject({ publishConfig: { access: "public", provenance: true } });
  });
});

describe("what a release has to say of itself", () => {
  const url = "git+https://git.example/owner/name.git";
  const manifest = { version: "1.2.3", repository: { type: "git", url } };

  function check(stated: object, changes = "## 1.2.3\n", tag = "v1.2.3") {
    const cwd = folderWith({ "package.json": JSON.stringify(stated), "CHANGELOG.md": changes });
    const env = {
      ...process.env,
      GITHUB_REF_NAME: tag,
      GITHUB_SERVER_URL: "https://git.example",
      GITHUB_REPOSITORY: "owner/name",
    };
    const script = join(root, "scripts/check-release.mjs");
    const { status, stdout } = spawnSync(process.execPath, [script], {
      cwd,
      env,
      encoding: "utf8",
    });
    return { status, stdout };
  }

  test("is right where tag, version, repository and changelog agree", () => {
    expect(check(manifest)).toEqual({ status: 0, stdout: "" });
  });

  test.each([
    [
      "the tag",
      () => check(manifest, undefined, "v1.2.4"),
      "the tag is v1.2.4, the version in package.json 1.2.3",
    ],
    ["the repository", () => check({ version: "1.2.3" }), `"url": "${url}"`],
    [
      "another repository",
      () => check({ ...manifest, repository: { url: "git+https://git.example/a/b.git" } }),
      `"url": "${url}"`,
    ],
    ["the changelog", () => check(manifest, "## Unreleased\n"), 'no section "## 1.2.3"'],
  ])("is wrong by %s", (_, run, message) => {
    const { status, stdout } = run();

    expect(status).toBe(1);
    expect(stdout.trim().split("\n")).toEqual([expect.stringContaining(message)]);
  });
});
