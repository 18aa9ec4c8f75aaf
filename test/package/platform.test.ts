import { EdgeVM } from "@edge-runtime/vm";
import { execFile } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Endpoint, serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import { loadSpecs } from "../assemble/load-specs.ts";
import { bundle } from "./bundle.ts";
import { type Installation, installPackages } from "./install-packages.ts";
import { ga } from "./packages.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const programs = fileURLToPath(new URL("programs/calls", import.meta.url));
const program = readFileSync(join(programs, "web.mjs"), "utf8");
const listener = "lsr-bp1bpn0kn908w4nbw****";

let installed: Installation;
let endpoint: Endpoint;

beforeAll(async () => {
  installed = installPackages(ga);
  cpSync(programs, installed.folder, { recursive: true });
  endpoint = await serveEndpoint((await loadSpecs(join(root, "specs/ga-20191120"))).operations);
});

afterAll(async () => {
  await endpoint.close();
  installed.remove();
});

test.each([
  ["import", "--input-type=module", 'import * as ga from "ga-20191120";'],
  ["require", "--input-type=commonjs", 'const ga = require("ga-20191120");'],
])("on Node %s sends without fetch", async (_, type, load) => {
  const call = `
    ${load}
    globalThis.fetch = undefined;
    const credentials = { accessKeyId: "testid", accessKeySecret: "testsecret" };
    const client = new ga.GaClient({ credentials, endpoint: "${endpoint.url}", regionId: "cn-hangzhou" });
    client
      .createListener({ AcceleratorId: "ga-1", PortRanges: [{ FromPort: 20, ToPort: 20 }] })
      .then(({ ListenerId }) => console.log(ListenerId))
      .finally(() => client.close());
  `;
  const { stdout } = await promisify(execFile)(process.execPath, [type, "--eval", call], {
    cwd: installed.folder,
  });

  expect(stdout.trim()).toBe(listener);
});

test.each([
  ["import", 'export * from "ga-20191120";'],
  ["require", 'exports.ga = require("ga-20191120");'],
])("a browser's bundle by %s asks for nothing of Node", async (_, text) => {
  const { imports, modules } = await bundle(installed.folder, text, { platform: "browser" });

  expect(imports).toEqual([]);
  expect(modules.filter((path) => path.includes("/platform/node"))).toEqual([]);
});

test("a bundle for Node asks for its modules, and brings no fetch", async () => {
  const { imports, modules } = await bundle(installed.folder, program, { platform: "node" });

  expect(imports).toContain("node:http");
  expect(imports.filter((name) => !name.startsWith("node:"))).toEqual([]);
  expect(modules.filter((path) => path.includes("/platform/web"))).toEqual([]);
});

describe("where there is what the web has, and nothing of Node", () => {
  let edge: EdgeVM;

  beforeAll(async () => {
    const options = { platform: "browser", globalName: "program" } as const;
    const { text } = await bundle(installed.folder, program, options);
    edge = new EdgeVM();
    edge.evaluate(text);
  });

  /** Calls a function of the program. */
  const run = (name: string, ...words: readonly string[]) =>
    edge.evaluate<Promise<unknown>>(`program.${name}(...${JSON.stringify(words)})`);

  test.each(["process", "require", "module", "Buffer", "global"])("there is no %s", (name) => {
    expect(edge.evaluate<string>(`typeof ${name}`)).toBe("undefined");
  });

  test.each(["ACS3-HMAC-SHA256", "HMAC-SHA1"])("a call signed with %s", async (signature) => {
    expect(await run("call", endpoint.url, signature)).toBe(listener);
  });

  test("an error of the service is a typed one", async () => {
    endpoint.fail("CreateListener", "PortConflict.Listener");

    expect(await run("refuse", endpoint.url)).toBe("PortConflict.Listener");
  });

  test("the time for a call ends", async () => {
    expect(await run("wait", await serveNothing())).toBe("timeout");
  });

  test("a call can be given up", async () => {
    expect(await run("abort", await serveNothing())).toBe("abort");
  });
});

/** A server that takes every request and answers none. */
async function serveNothing(): Promise<string> {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("there is no port");
  return `http://127.0.0.1:${address.port}`;
}
