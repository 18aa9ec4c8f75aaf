import type { Platform } from "esbuild";
import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "./bundle.ts";
import { type Installation, installPackages } from "./install-packages.ts";
import { writeShop } from "./packages.ts";

let installed: Installation;

beforeAll(async () => {
  const shop = await writeShop();
  installed = installPackages(shop);
  rmSync(shop, { recursive: true });
});

afterAll(() => {
  installed.remove();
});

describe.each<Platform>(["node", "browser"])("a bundle for %s", (platform) => {
  const operationsOf = async (program: string) => {
    const { text } = await bundle(installed.folder, program, { platform });
    return [...text.matchAll(/action: "(.*)"/g)].map(([, action]) => action);
  };

  test("has the one operation that is called by function", async () => {
    const program = 'export { Client, cancelOrder } from "shop";';

    expect(await operationsOf(program)).toEqual(["CancelOrder"]);
  });

  test("has them all where the class is used", async () => {
    const program = 'export { ShopClient } from "shop";';

    expect(await operationsOf(program)).toEqual(["CancelOrder", "CreateOrder"]);
  });

  test("has nothing of what is imported and not used", async () => {
    const { text, imports } = await bundle(installed.folder, 'import "shop";', { platform });

    expect({ text, imports }).toEqual({ text: "", imports: [] });
  });

  test("has an operation's error codes only where they are asked for", async () => {
    const program = 'export { Client, createOrder } from "shop";';
    const { text } = await bundle(installed.folder, program, { platform });

    expect(text).toContain('"CreateOrder"');
    expect(text).not.toContain("QuotaExceeded.Order");
  });
});

test.each([
  ["import", 'await import("shop")'],
  ["require", 'process.getBuiltinModule("module").createRequire(`${process.cwd()}/-`)("shop")'],
])("to leave it out is right, for loading it changes nothing: %s", async (_, load) => {
  const program = `
    const look = () => [...Reflect.ownKeys(globalThis), ...process.eventNames()].map(String).join();
    const before = look();
    ${load};
    console.log(look() === before);
  `;
  const words = ["--frozen-intrinsics", "--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: installed.folder });

  expect(stdout.trim()).toBe("true");
});
