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
  close(): void;
}

interface Package {
  readonly GaClient: new (options: object) => Client;
}

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
});
