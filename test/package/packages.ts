import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { emitPackage } from "../../src/emit/emit-package.ts";
import { buildPackage } from "../../src/model/build-package.ts";
import { runtimeNames } from "../../src/model/runtime-names.ts";
import type { Operation } from "../../src/spec/operation.ts";
import { materials } from "../emit/materials.ts";
import { everyShape } from "../spec/every-shape.ts";

/** The generated package of this checkout. */
export const ga = fileURLToPath(new URL("../../generated/ga-20191120", import.meta.url));

const { product, version } = everyShape;

const cancelOrder: Operation = {
  product,
  version,
  action: "CancelOrder",
  page: "pages/CancelOrder.md",
  summary: "Cancels an order.",
  request: [{ name: "OrderId", type: "string", required: true }],
  response: [{ name: "RequestId", type: "string", required: true }],
  errors: [{ code: "NotFound.Order", status: 404 }],
  samples: [],
};

/** Writes a package of two operations, one with every shape there is, to a folder of its own. */
export async function writeShop(): Promise<string> {
  const stated = { product, version, package: "shop", endpoint: "shop.example.com" };
  const model = buildPackage(stated, [everyShape, cancelOrder], runtimeNames);
  const folder = mkdtempSync(join(tmpdir(), "docwright-shop-"));
  for (const [path, text] of await emitPackage(model, materials, [])) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
