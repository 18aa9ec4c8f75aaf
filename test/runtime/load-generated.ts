import { build } from "esbuild";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client, ClientOptions, isServiceError } from "../../src/runtime/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The exports of the generated package that these tests use. */
interface GeneratedPackage {
  readonly GaClient: new (options: ClientOptions) => Client & {
    readonly createListener: (request: object) => Promise<unknown>;
  };
  readonly isServiceError: typeof isServiceError;
  readonly isGaError: (error: unknown) => boolean;
  readonly isCreateListenerError: (error: unknown) => boolean;
}

/** Bundles the package of the checkout for Node, as nothing has built it yet, and loads it. */
export async function loadGenerated(): Promise<GeneratedPackage> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "generated/ga-20191120/src/index.ts")],
    alias: { "#platform": join(root, "generated/ga-20191120/src/runtime/platform/node.ts") },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  const text = outputFiles.map((file) => file.text).join("");
  const module = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  return (await import(module)) as GeneratedPackage;
}
