import { expect, test } from "vitest";
import { payloads } from "../emit/payloads.ts";
import { overlayPositions } from "./overlay-positions.ts";
import { pagePositions } from "./page-positions.ts";
import { productKeys } from "./product-positions.ts";
import { specPositions } from "./spec-positions.ts";
import { texts } from "./texts.ts";

test("more than 5,000 combinations of a place and a text are tried, each by itself", () => {
  const places = [specPositions, pagePositions, overlayPositions, productKeys, productKeys];
  const combinations = places.flat().length * texts.length + pagePositions.length * payloads.length;

  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThan(100);
  expect(combinations).toBeGreaterThan(15_000);
});
