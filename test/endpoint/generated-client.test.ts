import { build } from "esbuild";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { serveEndpoint, type Endpoint } from "../../src/endpoint/serve-endpoint.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { corpus, noCorpus } from "../corpus/corpus-pages.ts";
import { materials } from "../emit/materials.ts";
import { startLoopback } from "../runtime/loopback.ts";
import { corpusOperations } from "./corpus-operations.ts";

/** What the test calls of the generated client. */
interface Client {
  createListener(request: object): Promise<{ ListenerId: string }>;
  describeListener(request: object): Promise<Record<string, unknown>>;
  listListeners(request: object): Promise<{
    TotalCount: number;
    Listeners: readonly Record<string, unknown>[];
  }>;
  updateListener(request: object): Promise<unknown>;
  deleteListener(request: object): Promise<unknown>;
  paginateListListeners(request: object): AsyncIterable<{ readonly ListenerId: string }> & {
    readonly pages: AsyncIterable<{ readonly Listeners: readonly object[] }>;
  };
  waitForDescribeListener(
    request: object,
    options?: object,
  ): Promise<{ readonly ListenerId: string; readonly State: string }>;
  close(): void;
}

interface Package {
  readonly GaClient: new (options: object) => Client;
}

const credentials = { accessKeyId: "testid", accessKeySecret: "testsecret" };
const port = { FromPort: 80, ToPort: 80 };
const members = { AcceleratorId: "a" };
const delay = { min: 0, max: 0 };
const identity = { product: "Ga", version: "2019-11-20" };

/** The package that the operations make, in one module. */
async function importPackage(operations: readonly Operation[], folder: string): Promise<Package> {
  const stated = { ...identity, package: "ga", endpoint: "ga.example.com" };
  const model = buildPackage(stated, operations, runtimeNames);
  for (const [path, text] of await emitPackage(model, materials, [])) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const outfile = join(folder, "bundle.mjs");
  await build({
    entryPoints: [join(folder, "src/index.ts")],
    alias: { "#platform": join(folder, "src/runtime/platform/node.ts") },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  });
  return (await import(pathToFileURL(outfile).href)) as Package;
}

describe("one listener, through the generated client", () => {
  let folder = "";
  let endpoint: Endpoint | undefined;
  let made: Package | undefined;
  beforeAll(async () => {
    if (corpus === "") return;
    folder = mkdtempSync(join(tmpdir(), "docwright-endpoint-"));
    const operations = corpusOperations("ga/cn.zh-CN").filter(
      ({ product, version }) => product === identity.product && version === identity.version,
    );
    made = await importPackage(operations, folder);
    endpoint = await serveEndpoint(operations);
  });
  afterAll(async () => {
    await endpoint?.close();
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });

  test("is created, described, listed, changed and deleted", async (context) => {
    if (made === undefined || endpoint === undefined) {
      context.skip(noCorpus);
      return;
    }
    const ga = new made.GaClient({
      credentials: { accessKeyId: "testid", accessKeySecret: "testsecret" },
      endpoint: endpoint.url,
      regionId: "cn-hangzhou",
    });
    const AcceleratorId = "ga-1";

    const { ListenerId } = await ga.createListener({
      AcceleratorId,
      PortRanges: [{ FromPort: 80, ToPort: 81 }],
      Name: "front",
    });
    expect(ListenerId).toBe("lsr-bp1bpn0kn908w4nbw0001");
    expect(await ga.describeListener({ ListenerId })).toMatchObject({
      ListenerId,
      AcceleratorId,
      Name: "front",
      PortRanges: [{ FromPort: 80, ToPort: 81 }],
      State: "active",
    });

    const listed = { ListenerId, Name: "front", PortRanges: [{ FromPort: 80, ToPort: 81 }] };
    expect(await ga.listListeners({ AcceleratorId })).toMatchObject({
      TotalCount: 1,
      Listeners: [listed],
    });
    expect(await ga.listListeners({ AcceleratorId: "ga-2" })).toMatchObject({
      TotalCount: 0,
      Listeners: [],
    });

    await ga.updateListener({
      ListenerId,
      Name: "back",
      PortRanges: [{ FromPort: 90, ToPort: 90 }],
    });
    expect(await ga.describeListener({ ListenerId })).toMatchObject({
      Name: "back",
      PortRanges: [{ FromPort: 90, ToPort: 90 }],
    });

    await ga.deleteListener({ ListenerId });
    expect(await ga.listListeners({ AcceleratorId })).toMatchObject({ Listeners: [] });
    await expect(ga.deleteListener({ ListenerId })).rejects.toMatchObject({
      name: "ServiceError",
      code: "NotExist.Listener",
      status: 400,
    });
    await expect(ga.describeListener({ ListenerId })).rejects.toMatchObject({
      code: "InvalidListenerId.NotFound",
      status: 404,
    });
    ga.close();
  });

  /** A client of the endpoint, which forgets what was before. */
  function client(context: { skip: (why: string) => void }) {
    if (made === undefined || endpoint === undefined) {
      context.skip(noCorpus);
      throw new Error("skipped");
    }
    endpoint.reset();
    const ga = new made.GaClient({ credentials, endpoint: endpoint.url, regionId: "cn-hangzhou" });
    return { ga, endpoint };
  }

  test("10,000 listeners are iterated over, past an empty page", async (context) => {
    const { ga, endpoint: served } = client(context);
    served.list("ListListeners", { count: 10_000, members, emptyPage: 50 });

    const ids = new Set<string>();
    for await (const { ListenerId } of ga.paginateListListeners({
      AcceleratorId: "a",
      PageSize: 50,
    })) {
      ids.add(ListenerId);
    }

    // By numbers the items of the empty page are withheld.
    expect(ids.size).toBe(9_950);
    expect(served.calls).toHaveLength(200);
    ga.close();
  });

  test("a total that changes meanwhile is heeded", async (context) => {
    const { ga, endpoint: served } = client(context);
    served.list("ListListeners", { count: 4, members });
    served.list("ListListeners", { afterPage: 1, add: 3, members });

    const sizes: number[] = [];
    const { pages } = ga.paginateListListeners({ AcceleratorId: "a", PageSize: 2 });
    for await (const { Listeners } of pages) sizes.push(Listeners.length);

    expect(sizes).toEqual([2, 2, 2, 1]);
    ga.close();
  });

  test("one that was created is waited for until it is active", async (context) => {
    const { ga } = client(context);
    const { ListenerId } = await ga.createListener({ AcceleratorId: "a", PortRanges: [port] });

    const active = await ga.waitForDescribeListener({ ListenerId }, { timeout: 10_000 });

    expect(active).toMatchObject({ ListenerId, State: "active" });
    ga.close();
  });

  test("while its state is another one it is asked for again", async (context) => {
    if (made === undefined) {
      context.skip(noCorpus);
      return;
    }
    const states = ["creating", "configuring", "active"];
    const answer = () => ({ body: { ListenerId: "l-1", State: states.shift() } });
    const loopback = await startLoopback(answer(), answer(), answer());
    const ga = new made.GaClient({ credentials, endpoint: loopback.endpoint });

    const active = await ga.waitForDescribeListener(
      { RegionId: "cn-hangzhou", ListenerId: "l-1" },
      { delay },
    );

    expect(active.State).toBe("active");
    expect(loopback.received).toHaveLength(3);
    ga.close();
  });

  test("an abort ends the wait", async (context) => {
    const { ga } = client(context);
    const controller = new AbortController();
    const { signal } = controller;
    const until = () => {
      controller.abort();
      return false;
    };

    const waiting = ga.waitForDescribeListener({ ListenerId: "l-1" }, { until, signal });

    await expect(waiting).rejects.toMatchObject({ name: "TransportError", reason: "abort" });
    ga.close();
  });
});
