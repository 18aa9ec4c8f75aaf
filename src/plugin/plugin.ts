import { readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { createUnplugin, type UnpluginInstance, type UnpluginOptions } from "unplugin";
import { build } from "../api/build.ts";
import type { BuildReport } from "../api/build-report.ts";
import { formatDiagnostic } from "../api/format-diagnostic.ts";
import type { Platform, PluginOptions } from "./plugin-options.ts";

/** Context properties of some bundlers that unplugin's types lack. */
interface BundlerContext {
  readonly meta?: { readonly watchMode?: boolean };
  /** Vite: the environment's target is the browser or a server. */
  readonly environment?: { readonly config: { readonly consumer?: string } };
  readonly warn?: (message: string) => void;
}

/**
 * The bundler plugin: generates packages from pages and resolves imports of them by their npm names.
 *
 * Rebuilds changed pages while a bundler watches or serves.
 */
export const plugin: UnpluginInstance<PluginOptions | undefined> = createUnplugin(
  (options: PluginOptions | undefined): UnpluginOptions => {
    const { platform, strict, ...project } = options ?? {};
    let last: Promise<BuildReport> | undefined;
    let packages = new Map<string, string>();
    let inputs: readonly string[] = [];
    let serves = false;
    let bundlesWithEsbuild = false;

    /** Builds after the previous build ends: two concurrent builds would wait for each other's lock. */
    async function rebuild(): Promise<BuildReport> {
      const run = () => build(project);
      last = last === undefined ? run() : last.then(run, run);
      const report = await last;
      ({ inputs } = report);
      if (report.packages.length > 0) packages = namesOf(report);
      return report;
    }

    function tell(report: BuildReport, context: BundlerContext): void {
      const watches = serves || context.meta?.watchMode === true;
      if (!report.ok && (strict ?? !watches)) throw new Error(textsOf(report).join("\n\n"));
      show(report, context);
    }

    /** Resolves an import of a package to a file, or `#platform` in a package to its platform's module. */
    function resolve(
      id: string,
      importer: string | undefined,
      target: Platform,
    ): string | undefined {
      const folder = packages.get(id);
      if (folder !== undefined) return join(folder, "src/index.ts");
      if (id !== "#platform" || importer === undefined) return undefined;
      const owner = [...packages.values()].find((one) => importer.startsWith(one + sep));
      return owner && join(owner, `src/runtime/platform/${platform ?? target}.ts`);
    }

    return {
      name: "docwright",
      enforce: "pre",
      async buildStart() {
        const report = await rebuild();
        if (!bundlesWithEsbuild) for (const path of inputs) this.addWatchFile(path);
        tell(report, this as BundlerContext);
      },
      watchChange(id) {
        // Other bundlers restart their build; a server only requests the changed modules.
        if (!serves || !inputs.some((path) => id === path || id.startsWith(path + sep))) return;
        void rebuild().then((report) => {
          show(report, this as BundlerContext);
        });
      },
      resolveId(id, importer) {
        // unplugin must also load the modules it resolves for esbuild.
        if (bundlesWithEsbuild) return undefined;
        const { environment } = this as BundlerContext;
        return resolve(id, importer, environment?.config.consumer === "server" ? "node" : "web");
      },
      vite: {
        configResolved({ command }) {
          serves = command === "serve";
        },
      },
      esbuild: {
        setup(bundler) {
          bundlesWithEsbuild = true;
          const target = bundler.initialOptions.platform === "node" ? "node" : "web";
          bundler.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
            const found = resolve(path, importer, target);
            if (found === undefined) return undefined;
            const [watchDirs, watchFiles] = partition(inputs, isFolder);
            return { path: found, watchDirs, watchFiles };
          });
        },
      },
    };
  },
);

/** Package folders by npm name. */
function namesOf({ packages }: BuildReport): Map<string, string> {
  return new Map(
    packages.map(({ folder }) => {
      const manifest = readFileSync(join(folder, "package.json"), "utf8");
      return [(JSON.parse(manifest) as { name: string }).name, folder];
    }),
  );
}

/** Formats errors and warnings, without notes. */
function textsOf({ diagnostics }: BuildReport): string[] {
  return diagnostics
    .filter(({ severity }) => severity !== "note")
    .map((diagnostic) => formatDiagnostic(diagnostic));
}

function show(report: BuildReport, context: BundlerContext): void {
  for (const text of textsOf(report)) {
    if (context.warn === undefined) process.emitWarning(text);
    else context.warn(text);
  }
}

function partition<T>(values: readonly T[], fits: (value: T) => boolean): [T[], T[]] {
  return [values.filter(fits), values.filter((value) => !fits(value))];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
