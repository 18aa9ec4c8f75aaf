import { describe, expect, test } from "vitest";
import { product } from "../../src/spec/product-schema.ts";
import { folderName } from "../../src/spec/product.ts";
import { readYaml } from "../../src/spec/read-yaml.ts";
import { findingsIn } from "./findings-in.ts";

const identity = 'product: Shop\nversion: "2024-05-06"\n';

function findings(text: string) {
  return findingsIn(text, (source, report) => readYaml(source, product, report)).map(
    ([code, place]) => [code, place],
  );
}

test("product and version are enough", () => {
  expect(findings(identity)).toEqual([]);
});

test("a version needs no quotes", () => {
  expect(findings("product: Shop\nversion: 2024-05-06\n")).toEqual([]);
});

describe("what is allowed", () => {
  test.each([
    "endpoint: shop.example.com",
    "endpoint: localhost:80",
    "endpoint: shop.example.com:65535",
    'package: "@scope/shop"',
    "package: shop.js-2_0",
    "packageVersion: 1.2.3-beta.1",
    "description: 'Any */ text `at` all ${here}'",
  ])("%s", (line) => {
    expect(findings(identity + line)).toEqual([]);
  });
});

describe("what is not", () => {
  test.each([
    "endpoint: https://user:password@shop.example.com",
    "endpoint: user@shop.example.com",
    "endpoint: http://shop.example.com",
    "endpoint: https://shop.example.com",
    "endpoint: http://127.0.0.1:8080",
    "endpoint: ftp://shop.example.com",
    "endpoint: //shop.example.com",
    "endpoint: shop.example.com?query",
    "endpoint: shop.example.com#part",
    'endpoint: "shop.example.com\\r\\nx-evil: 1"',
    'endpoint: "shop.example.com\\n"',
    "endpoint: shop.example.com:65536",
    "endpoint: shop_example.com",
    "endpoint: shop.example.com/path",
    'endpoint: "a\\"; evil()"',
    "endpoint: -shop",
    'package: "../shop"',
    'package: "Shop"',
    'package: "a b"',
    'package: "`evil`"',
    'packageVersion: "1.2"',
    'packageVersion: "1.2.3; rm -rf"',
    "description: 12",
  ])("%s", (line) => {
    expect(findings(`${identity}${line}\n`)).toEqual([
      ["spec/invalid", `3:${line.indexOf(" ") + 2}`],
    ]);
  });
});

test("a misspelt key is reported with the key that was meant", () => {
  const text = `${identity}endpint: shop.example.com\n`;

  expect(findingsIn(text, (source, report) => readYaml(source, product, report))).toEqual([
    ["spec/unknown-key", "3:1", expect.objectContaining({ suggestion: "endpoint" })],
  ]);
});

test("a product's folder is named after product and version", () => {
  expect(folderName({ product: "Shop", version: "2024-05-06" })).toBe("shop-20240506");
});
