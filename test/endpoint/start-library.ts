import { build } from "esbuild";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** An endpoint that serves the library in a process of its own. */
export interface StartedLibrary {
  readonly url: string;
  /** What it warned of so far. */
  warnings(): string;
  stop(): void;
}

/** Starts an endpoint whose process has little memory for its objects: growth ends it. */
export async function startLibrary({
  megabytes = 128,
  maxResources = 100_000,
} = {}): Promise<StartedLibrary> {
  const folder = mkdtempSync(join(tmpdir(), "docwright-"));
  const outfile = join(folder, "serve.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("serve-library.ts", import.meta.url))],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    outfile,
  });
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${megabytes}`, outfile, String(maxResources)],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let warnings = "";
  child.stderr.on("data", (chunk: Buffer) => {
    warnings += chunk.toString();
  });
  const [url] = (await once(createInterface(child.stdout), "line")) as [string];
  return {
    url,
    warnings: () => warnings,
    stop() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
