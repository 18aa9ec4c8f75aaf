import { build, type Platform } from "esbuild";

/** What a bundler makes of a program. */
export interface Bundle {
  readonly text: string;
  /** The modules that something of is left of, by path. */
  readonly modules: readonly string[];
  /** What it still imports when it runs. */
  readonly imports: readonly string[];
}

/** How to bundle. */
export interface BundleOptions {
  readonly platform: Platform;
  /** The global that has the program's exports. Without it, the bundle is a module. */
  readonly globalName?: string;
}

/** Bundles a program that stands in a folder. */
export async function bundle(
  folder: string,
  program: string,
  { platform, globalName }: BundleOptions,
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    write: false,
    metafile: true,
    platform,
    logLevel: "error",
    ...(globalName === undefined ? { format: "esm" } : { format: "iife", globalName }),
  });
  const outputs = Object.values(metafile.outputs);
  return {
    text: outputFiles.map(({ text }) => text).join(""),
    modules: outputs.flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([path]) => path),
    ),
    imports: outputs.flatMap(({ imports }) => imports.map(({ path }) => path)),
  };
}
