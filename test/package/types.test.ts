import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installation, installPackages } from "./install-packages.ts";
import { ga, writeShop } from "./packages.ts";

const programs = fileURLToPath(new URL("programs/types", import.meta.url));
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** The first and the last 5, one between, and what came after. Each is an alias in package.json. */
const compilers = [
  "typescript-5.4",
  "typescript-5.6",
  "typescript-5.9",
  "typescript",
  "typescript-7.0",
];

/** A project of a consumer. */
interface Project {
  readonly name: string;
  readonly type: "module" | "commonjs";
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Packages that it has besides those of the test. */
  readonly packages?: readonly string[];
}

const languageOnly = { lib: ["es2022"], types: [] };
const files = ["mistakes.ts", "programs.ts"];
const projects: readonly Project[] = [
  {
    name: "import",
    type: "module",
    files,
    options: { ...languageOnly, module: "nodenext", verbatimModuleSyntax: true },
  },
  {
    name: "require",
    type: "commonjs",
    files,
    options: { ...languageOnly, module: "nodenext" },
  },
  {
    name: "bundler",
    type: "module",
    files,
    options: { ...languageOnly, module: "esnext", moduleResolution: "bundler" },
  },
  {
    name: "platform",
    type: "commonjs",
    files: [...files, "platform.ts"],
    options: { module: "nodenext", lib: ["es2022", "dom", "dom.iterable"], types: ["node"] },
    packages: ["@alicloud/credentials", "@types/node"],
  },
];

let installed: Installation;

beforeAll(async () => {
  const shop = await writeShop();
  installed = installPackages(ga, shop);
  rmSync(shop, { recursive: true });
  for (const project of projects) lay(join(installed.folder, project.name), project);
});

afterAll(() => {
  installed.remove();
});

describe.each(compilers)("%s", (compiler) => {
  test.each(projects)("compiles programs and tells mistakes, project $name", async ({ name }) => {
    expect(await compile(compiler, join(installed.folder, name))).toBe("");
  });
});

/** Writes a project to a folder, where it has the packages of the folder above. */
function lay(folder: string, { type, files, options, packages = [] }: Project): void {
  mkdirSync(folder);
  for (const name of packages) {
    const path = join(folder, "node_modules", name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(modules, name), path);
  }
  for (const name of files) copyFileSync(join(programs, name), join(folder, name));
  const compilerOptions = {
    ...options,
    target: "es2022",
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type }));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
}

/** What a compiler has to say about a project. */
async function compile(compiler: string, folder: string): Promise<string> {
  const command = [join(modules, compiler, "bin/tsc"), "--project", folder];
  try {
    return (await promisify(execFile)(process.execPath, command)).stdout;
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
}
