import { getHeapStatistics } from "node:v8";
import { expect, test } from "vitest";

// Set where `in-little-memory.test.ts` runs this folder once more.
const megabytes = Number(process.env.DOCWRIGHT_TEST_HEAP ?? Infinity);

test("the tests of this folder get no more memory than they were given", () => {
  const { heap_size_limit: limit } = getHeapStatistics();
  // Beside the old objects there is some room for new ones.
  expect(limit).toBeLessThan((megabytes + 64) * 1024 * 1024);
});
