import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { materials } from "../emit/materials.ts";

const product = { product: "Shop", version: "2024-05-06", endpoint: "shop.example.com" };

const cancelOrder: Operation = {
  ...product,
  action: "CancelOrder",
  page: "pages/CancelOrder.md",
  request: [
    { name: "OrderId", type: "string", required: true },
    { name: "Reason", type: "array", required: false, items: { type: "integer" } },
    { name: "Silent", type: "boolean", required: false },
  ],
  response: [
    { name: "RequestId", type: "string", required: true },
    { name: "Refund", type: "integer", required: true },
  ],
  errors: [],
  samples: [
    {
      kind: "request",
      line: 20,
      text: "https://shop.example.com/?Action=CancelOrder\n&OrderId=o-1\n&Reason.1=3\n&Silent=True\n&<common>",
    },
    { kind: "request", line: 26, text: "?Action=CancelOrder&Order=o-1" },
    { kind: "json", line: 30, text: '{ "RequestId": "r-1", "Refund": "12" }' },
    {
      kind: "xml",
      line: 34,
      text: "<CancelOrderResponse><RequestId>r-1</RequestId><Refund>12</Refund></CancelOrderResponse>",
    },
    { kind: "json", line: 40, text: '{ "Code": "NotFound", "Message": "no", "HostId": "h" }' },
  ],
};

/** A package of this operation, with or without tests, in a folder of its own. */
async function writePackage(tests: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "docwright-carried-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const model = buildPackage({ ...product, tests }, [cancelOrder], runtimeNames);
  for (const [path, text] of await emitPackage(model, materials, [])) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
  symlinkSync(modules, join(folder, "node_modules"));
  return folder;
}

function runTests(folder: string): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync("npm", ["test"], { cwd: folder, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

test("a package can carry the samples of its pages as tests of its own", async () => {
  const { status, output } = runTests(await writePackage(true));

  expect(output).toMatch(/✔ sends request sample 1/);
  expect(output).toMatch(/sends request sample 2 .*# .*sends Order, which no row has/);
  expect(output).toMatch(/✔ reads JSON answer sample 1/);
  expect(output).toMatch(/✔ reads XML answer sample 1/);
  expect(output).not.toMatch(/JSON answer sample 2/);
  expect(output).toMatch(/pass 3\n.*fail 0\n[^]*skipped 1\n/);
  expect(status).toBe(0);
}, 60_000);

test("they fail where a request is written in another way", async () => {
  const folder = await writePackage(true);
  const place = join(folder, "src/operations/cancel-order.ts");
  edit(place, 'to.string("OrderId", request.OrderId', 'to.string("Order", request.OrderId');
  const { status, output } = runTests(folder);

  expect(output).toMatch(/✖ sends request sample 1/);
  expect(status).toBe(1);
}, 60_000);

test("they fail where an answer is of another type than its sample", async () => {
  const folder = await writePackage(true);
  edit(join(folder, "src/operations/cancel-order.ts"), "Refund: number;", "Refund: string;");
  const { status, output } = runTests(folder);

  expect(output).toContain("Type 'number' is not assignable to type 'string'");
  expect(status).toBe(1);
}, 60_000);

test("a package that is to have none has none", async () => {
  const folder = await writePackage(false);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly scripts: object;
  };

  expect(Object.keys(manifest.scripts)).toEqual(["build", "prepack"]);
  expect(() => readFileSync(join(folder, "test/run.mjs"))).toThrow("ENOENT");
});
