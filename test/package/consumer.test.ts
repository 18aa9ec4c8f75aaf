import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import { loadSpecs } from "../assemble/load-specs.ts";
import { captures } from "../runtime/captures.ts";
import { type Installation, installPackages } from "./install-packages.ts";
import { ga } from "./packages.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const programs = fileURLToPath(new URL("programs/calls", import.meta.url));

const region = { RegionId: "cn-hangzhou" };
const small = { AcceleratorId: "ga-1", PortRanges: [{ FromPort: 1, ToPort: 2 }], ...region };

/** The captured inputs again, by the names of their captures. */
const replayed = [
  {
    name: "seed-example",
    request: {
      AcceleratorId: "ga-bp1odcab8tmno0hdq****",
      PortRanges: [{ FromPort: 20, ToPort: 20 }],
      ...region,
    },
  },
  {
    name: "all-documented",
    request: {
      AcceleratorId: "ga-bp1odcab8tmno0hdq****",
      PortRanges: [
        { FromPort: 80, ToPort: 90 },
        { FromPort: 443, ToPort: 443 },
      ],
      ClientToken: "123e4567-e89b-12d3-a456-426655440000",
      Name: "Listener",
      Description: "a listener",
      ClientAffinity: "SOURCE_IP",
      Protocol: "HTTPS",
      ProxyProtocol: false,
      Certificates: [{ Id: "449****-cn-hangzhou" }],
      ...region,
    },
  },
  {
    name: "special-characters",
    request: {
      AcceleratorId: "ga-1",
      PortRanges: [{ FromPort: 1, ToPort: 65499 }],
      Name: "监听_测试-😀",
      Description: "a b+c&d=e/f?g#h%i~j*k!l'm(n)o\"p\\q\r\n\tr:s;t,u@v$w<x>y[z]{}|^`",
      ...region,
    },
  },
  { name: "sts-token", request: small },
  {
    name: "more-than-nine-items",
    request: {
      AcceleratorId: "ga-1",
      PortRanges: Array.from({ length: 11 }, (_, at) => ({ FromPort: 100 + at, ToPort: 100 + at })),
      ...region,
    },
  },
  {
    name: "long-url",
    request: { ...small, Description: captureOf("long-url").parameters.Description },
  },
];

/** What the vendor's older client sent for a case, in a form body as ours. */
function captureOf(name: string) {
  const capture = captures.hmacSha1.find(
    (candidate) => candidate.client === "pop-core-post" && candidate.case === name,
  );
  if (capture === undefined) throw new Error(`no capture of ${name}`);
  return capture;
}

describe("the generated package, packed and installed", () => {
  let installed: Installation;
  let folder = "";

  beforeAll(() => {
    installed = installPackages(ga);
    ({ folder } = installed);
    for (const name of readdirSync(programs))
      copyFileSync(join(programs, name), join(folder, name));
  });

  afterAll(() => {
    installed.remove();
  });

  test.each(["call.mjs", "call.cjs"])("%s calls by method and by function", async (program) => {
    const { operations } = await loadSpecs(join(root, "specs/ga-20191120"));
    const endpoint = await serveEndpoint(operations);
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, program)], {
      env: { ...process.env, ENDPOINT: endpoint.url },
    });
    await endpoint.close();

    expect(JSON.parse(stdout)).toEqual({
      byMethod: "lsr-bp1bpn0kn908w4nbw****",
      byFunction: "lsr-bp1bpn0kn908w4nbw****",
      code: "NotExist.Accelerator",
    });
    expect(endpoint.calls.map(({ signature }) => signature)).toEqual([
      "ACS3-HMAC-SHA256",
      "HMAC-SHA1",
      "ACS3-HMAC-SHA256",
    ]);
  });

  test("signs as the vendor's clients did, for every capture that its request can express", () => {
    const replay = join(folder, "replay.json");
    const { nonce, timestamp, key, sts } = captures;
    const calls = replayed.map(({ name, request }) => {
      const credentials = name === "sts-token" ? sts : key;
      return { credentials, signature: "HMAC-SHA1", request };
    });
    writeFileSync(replay, JSON.stringify({ nonce, timestamp, calls }));

    const printed = execFileSync(process.execPath, [join(folder, "replay.mjs")], {
      encoding: "utf8",
      env: { ...process.env, REPLAY: replay },
    });

    const bodies = (JSON.parse(printed) as { body: string }[]).map(({ body }) =>
      Object.fromEntries(new URLSearchParams(body)),
    );
    expect(bodies).toEqual(
      replayed.map(({ name }) => {
        const capture = captureOf(name);
        return { ...capture.parameters, Signature: capture.signature };
      }),
    );
  });
});
