import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const tour = fileURLToPath(new URL("tour.mjs", import.meta.url));

test("npm start shows the page become a spec, a package, and a call that is accepted", () => {
  const printed = execFileSync(process.execPath, [tour], { encoding: "utf8" });

  expect(printed.match(/^\d\. .+$/gm)).toHaveLength(9);
  expect(printed).toContain("ACS3-HMAC-SHA256, verified by the endpoint");
  expect(printed).toContain('"ListenerId":"lsr-bp1bpn0kn908w4nbw****"');
  expect(printed).toContain("calls: 2, listeners created: 1");
  expect(printed).toContain("isCreateListenerError: true");
  expect(printed).toContain("PortRanges[0].FromPort");
});
