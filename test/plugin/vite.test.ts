import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, createLogger, createServer, type InlineConfig, type Rolldown } from "vite";
import { describe, expect, onTestFinished, test } from "vitest";
import docwright from "../../src/plugin/vite.ts";
import { page } from "../cli/page.ts";
import { folderWith } from "../cli/run-docwright.ts";

const settings = `products:
  - { pages: docs, product: Library, version: "2020-01-02", endpoint: example.com }
`;
const row = (name: string) => `|${name}|String|是|Novels|书架的标题。 |`;
const broken = page({ rows: "|Title|String|也许|Novels|书架的标题。 |" });

/** A project of Vite whose program calls the operation of a page, and how Vite is to build it. */
function project(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({
    "docwright.config.yaml": settings,
    "docs/shelf.md": page({ rows: row("Title") }),
    "main.ts":
      'export { LibraryClient, makeShelf, serializeMakeShelfRequest } from "library-20200102";\n',
    ...files,
  });
  const messages: string[] = [];
  const logger = createLogger("silent");
  for (const level of ["warn", "warnOnce", "error"] as const) {
    logger[level] = (message) => void messages.push(message);
  }
  const config: InlineConfig = {
    root: folder,
    configFile: false,
    customLogger: logger,
    logLevel: "silent",
    plugins: [docwright({ folder })],
    build: {
      lib: { entry: "main.ts", formats: ["es"], fileName: () => "main.js" },
      minify: false,
      outDir: "bundle",
    },
  };
  const write = (path: string, text: string) => {
    writeFileSync(join(folder, path), text);
  };
  return { folder, config, messages, write, bundle: () => bundleIn(folder) };
}

function bundleIn(folder: string): string {
  return readFileSync(join(folder, "bundle/main.js"), "utf8");
}

describe("a build of Vite", () => {
  test("imports a package by its name, made from its pages on the way", async () => {
    const { config, bundle } = project();

    await build(config);

    expect(bundle()).toContain('"MakeShelf"');
  });

  test("sends by fetch, and on a server by what Node has", async () => {
    const { config, bundle } = project();

    await build(config);
    const browser = bundle();
    await build({
      ...config,
      build: {
        outDir: "bundle",
        ssr: "main.ts",
        rolldownOptions: { output: { entryFileNames: "main.js" } },
      },
    });

    expect(browser).not.toContain("node:https");
    expect(bundle()).toContain("node:https");
  });

  test("ends with the message where a page has an error", async () => {
    const { config } = project({ "docs/shelf.md": broken });

    await expect(build(config)).rejects.toThrow("derive/unclear-required");
  });

  test("goes on with the operations that are whole where it is not strict", async () => {
    const { folder, config, messages, bundle } = project({
      "docs/case.md": broken.replaceAll("MakeShelf", "MakeCase"),
    });

    await build({ ...config, plugins: [docwright({ folder, strict: false })] });

    expect(messages.join("\n")).toContain("derive/unclear-required");
    expect(bundle()).toContain('"MakeShelf"');
  });
});

describe("Vite that watches", () => {
  /** Begins to watch; each call of `built` waits for the next build to end. */
  async function watch(config: InlineConfig) {
    const watcher = (await build({
      ...config,
      build: { ...config.build, watch: {} },
    })) as Rolldown.RolldownWatcher;
    onTestFinished(() => watcher.close());
    const ends: string[] = [];
    let wake: (() => void) | undefined;
    watcher.on("event", (event) => {
      if (event.code !== "END" && event.code !== "ERROR") return;
      ends.push(event.code);
      wake?.();
    });
    return async function until(fits: () => boolean) {
      while (!fits()) {
        await new Promise<void>((done) => {
          wake = done;
        });
      }
    };
  }

  test("builds again when a page changes", async () => {
    const { config, write, bundle } = project();
    const until = await watch(config);
    await until(() => textOf(bundle).includes("Title"));

    write("docs/shelf.md", page({ rows: row("Colour") }));

    await until(() => textOf(bundle).includes("Colour"));
  });

  test("keeps the last good output while a page has an error, and shows the message", async () => {
    const { config, write, bundle, messages } = project();
    const until = await watch(config);
    await until(() => textOf(bundle).includes("Title"));

    write("docs/shelf.md", broken);

    await until(() => messages.join("\n").includes("derive/unclear-required"));
    expect(bundle()).toContain("Title");
  });
});

describe("a server of Vite", () => {
  test("sends changed modules when a page changes", async () => {
    const { config, write } = project();
    const server = await createServer({
      ...config,
      server: { middlewareMode: true, ws: false },
      optimizeDeps: { noDiscovery: true },
    });
    onTestFinished(() => server.close());
    const serialize = async (request: object) => {
      const { serializeMakeShelfRequest } = (await server.ssrLoadModule("/main.ts")) as Program;
      return serializeMakeShelfRequest(request);
    };
    const before = await serialize({ Title: "Novels" });

    const changed = once(server.watcher, "change");
    write("docs/shelf.md", page({ rows: row("Colour") }));
    await changed;

    expect(before).toEqual({ Title: "Novels" });
    await expect.poll(() => serialize({ Colour: "red" })).toEqual({ Colour: "red" });
  });
});

/** What the project's program exports. */
interface Program {
  readonly serializeMakeShelfRequest: (request: object) => Record<string, string>;
}

/** The bundle's text; empty while there is none. */
function textOf(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
