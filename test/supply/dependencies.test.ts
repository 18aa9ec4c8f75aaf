import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { folderWith } from "../cli/run-docwright.ts";
import { lockfile, nameOf, shippedPackages } from "./lockfile.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

type Manifest = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

const manifest = JSON.parse(read("package.json")) as Manifest;
/** The manifest of generated packages, with nothing in the places that a product fills. */
const template = JSON.parse(
  read("templates/package.json.hbs")
    .replaceAll(/^ *\{\{[#/].*\n|^.*\{\{this\}\}.*\n/gm, "")
    .replaceAll(/\{\{json\.\w+\}\}/g, '""'),
) as Manifest;

const shipped = shippedPackages(lockfile);
const locked = Object.entries(lockfile.packages).filter(([folder]) => folder !== "");

const fields = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
  "overrides",
];

describe.each([
  ["docwright", manifest],
  ["a generated package", template],
])("the manifest of %s", (_, { ...stated }) => {
  test("names one version of each dependency, no range and no address", () => {
    const wanted = fields.flatMap((field) => Object.entries(stated[field] ?? {}));

    expect(wanted.length).toBeGreaterThan(0);
    expect(
      wanted.filter(([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version)),
    ).toEqual([]);
  });

  test("has nothing run where it is installed", () => {
    const names = Object.keys(stated.scripts ?? {});

    expect(names.filter((name) => /^(?:pre|post)?(?:install|prepare)$/.test(name))).toEqual([]);
  });
});

test("a generated package depends on nothing", () => {
  expect(fields.filter((field) => template[field] !== undefined)).toEqual(["devDependencies"]);
});

describe("the lockfile", () => {
  test("has a digest of every package, and names no other place than npm's registry", () => {
    expect(lockfile.lockfileVersion).toBe(3);
    expect(locked.length).toBeGreaterThan(shipped.size);
    const strange = locked.filter(
      ([, { integrity = "", resolved = registry, link }]) =>
        link === true || !/^sha512-[\w+/]{86}==$/.test(integrity) || !resolved.startsWith(registry),
    );

    expect(strange).toEqual([]);
  });

  test("locks the versions that the manifest names", () => {
    const stated = { ...manifest.dependencies, ...manifest.devDependencies };
    const found = Object.keys(stated).map((name) => [
      name,
      lockfile.packages[`node_modules/${name}`]?.version,
    ]);

    expect(found).toEqual(
      Object.entries(stated).map(([name, version]) => [name, version.replace(/^npm:.*@/, "")]),
    );
  });
});

/** Where npm installs from. Lockfiles may leave it to the settings of whoever installs. */
const registry = "https://registry.npmjs.org/";

describe("what is installed together with docwright", () => {
  test("runs nothing while it is installed", () => {
    const running = [...shipped].filter(([, { hasInstallScript }]) => hasInstallScript === true);

    expect(running).toEqual([]);
  });

  test("may be used by everybody", () => {
    const permissive = ["0BSD", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"];
    const others = [...shipped].filter(([, { license = "" }]) => !permissive.includes(license));

    expect(others).toEqual([]);
  });

  // Also where the registry cannot be asked: first versions without advisories that generators have met.
  test.each([
    ["handlebars", "4.7.9", "CVE-2026-33937, CVE-2026-33916, CVE-2021-23369"],
    ["fast-xml-parser", "4.4.1", "CVE-2024-41818"],
    ["yaml", "2.2.2", "CVE-2023-2251"],
    ["minimist", "1.2.6", "CVE-2021-44906"],
    ["brace-expansion", "4.0.1", "CVE-2025-5889"],
  ])("has %s from %s on: %s", (name, least) => {
    const versions = [...shipped].flatMap(([folder, { version }]) =>
      nameOf(folder) === name ? [version] : [],
    );

    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => isBelow(version, least))).toEqual([]);
  });
});

function isBelow(version: string, least: string): boolean {
  return version.localeCompare(least, "en", { numeric: true }) < 0;
}

describe("what is installed to work on docwright", () => {
  test("would run something in these packages", () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);

    expect(running.map(([folder]) => nameOf(folder)).sort()).toEqual([
      "@alicloud/openapi-core",
      "core-js",
      "esbuild",
    ]);
  });

  test("but runs nothing, and none of our scripts relies on others being run around it", () => {
    const names = Object.keys(manifest.scripts ?? {});

    expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
    expect(names.filter((name) => /^(?:pre|post)/.test(name))).toEqual([]);
  });
});

describe("the step of CI that asks for advisories", () => {
  /** Runs it with an npm that answers so. */
  function audit(answer: unknown) {
    const folder = folderWith({
      npm: '#!/bin/sh\ncat "$(dirname "$0")/answer"\nexit 1\n',
      answer: typeof answer === "string" ? answer : JSON.stringify(answer),
    });
    chmodSync(join(folder, "npm"), 0o755);
    const { status, stdout } = spawnSync(process.execPath, [join(root, "scripts/audit.mjs")], {
      encoding: "utf8",
      env: { ...process.env, PATH: folder + delimiter + (process.env.PATH ?? "") },
    });
    return { status, stdout };
  }
  const counted = (total: number) => ({ metadata: { vulnerabilities: { total } } });

  test("fails where there is one, and names it", () => {
    const vulnerabilities = { a: { name: "a", range: "<1.0.1", severity: "high" } };

    expect(audit({ ...counted(1), vulnerabilities })).toEqual({
      status: 1,
      stdout: "a <1.0.1: high\n",
    });
  });

  test("says that there is none", () => {
    expect(audit({ ...counted(0), vulnerabilities: {} })).toEqual({
      status: 0,
      stdout: "no advisory for what ships\n",
    });
  });

  test.each([
    [{ message: "405 Method Not Allowed - POST …", error: {} }, "405 Method Not Allowed - POST …"],
    ["", "its answer cannot be read"],
  ])("says that nothing is known where the registry does not answer", (answer, reason) => {
    expect(audit(answer)).toEqual({
      status: 0,
      stdout: `not checked: the registry answers no audits (${reason})\n`,
    });
  });
});
