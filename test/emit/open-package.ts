import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Project } from "ts-morph";

/** Files of a package as a program, under rules stricter than its own. */
export interface OpenPackage {
  readonly project: Project;
  readonly folder: string;
  /** What the compiler says of the generated modules: file, line, message. */
  readonly errors: () => string[];
  readonly close: () => Promise<void>;
}

/** Writes files to a folder, with the installed packages beside them, and reads them as a program. */
export async function openPackage(files: ReadonlyMap<string, string>): Promise<OpenPackage> {
  const folder = await mkdtemp(join(tmpdir(), "docwright-emit-"));
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const installed = fileURLToPath(new URL("../../node_modules", import.meta.url));
  await symlink(installed, join(folder, "node_modules"));
  const project = new Project({
    tsConfigFilePath: join(folder, "tsconfig.json"),
    compilerOptions: { noEmit: true, noUnusedLocals: true, noImplicitReturns: true },
  });
  return {
    project,
    folder,
    errors: () =>
      project
        .getSourceFiles()
        .filter((file) => !file.getFilePath().includes("/src/runtime/"))
        .flatMap((file) => file.getPreEmitDiagnostics())
        .map((found) => {
          const message = found.getMessageText();
          const text = typeof message === "string" ? message : message.getMessageText();
          return `${found.getSourceFile()?.getBaseName() ?? ""}:${found.getLineNumber() ?? 0} ${text}`;
        }),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
