import { vi } from "vitest";

export const platforms = ["node", "web"] as const;

/** Loads the runtime as a program for this platform has it. */
export async function loadRuntime(
  platform: (typeof platforms)[number],
): Promise<typeof import("../../src/runtime/index.ts")> {
  vi.resetModules();
  vi.doMock("#platform", () => import(`../../src/runtime/platform/${platform}.ts`));
  return import("../../src/runtime/index.ts");
}
