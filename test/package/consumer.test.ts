import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import { loadProduct } from "../../src/spec/load-product.ts";
import { captures } from "../runtime/captures.ts";
import { installPackage } from "./install-package.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const programs = fileURLToPath(new URL("programs", import.meta.url));
const compiler = createRequire(import.meta.url).resolve("typescript/package.json");

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
  let folder = "";
  let tarball = "";

  beforeAll(() => {
    ({ folder, tarball } = installPackage("ga-20191120"));
    for (const name of readdirSync(programs))
      copyFileSync(join(programs, name), join(folder, name));
  });

  afterAll(() => {
    rmSync(dirname(folder), { recursive: true, force: true });
  });

  test.each(["call.mjs", "call.cjs"])("%s calls by method and by function", async (program) => {
    const { operations } = await loadProduct(join(root, "specs/ga-20191120"));
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

  test.each([
    ["import", "module", "nodenext"],
    ["require", "commonjs", "nodenext"],
    ["a bundler", "module", "bundler"],
  ])("types hold for %s, with libraries checked and no @types/node", (_, type, resolution) => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", type }));
    const project = {
      compilerOptions: {
        target: "es2022",
        module: resolution === "bundler" ? "esnext" : "nodenext",
        moduleResolution: resolution,
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        types: [],
        noEmit: true,
      },
      files: ["types.ts"],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(project));

    expect(compile(folder)).toBe("");
  });

  test("holds what it builds and nothing of how", () => {
    const listed = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
    const tops = new Set(listed.map((path) => path.split("/")[1]));

    expect([...tops].sort()).toEqual(["README.md", "dist", "package.json", "src"]);
    expect(listed).toContain("package/dist/esm/index.js");
    expect(listed).toContain("package/dist/cjs/index.js");
  });

  test("brings no dependency along", () => {
    expect(
      readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith(".")),
    ).toEqual(["ga-20191120"]);
  });
});

/** What the compiler has to say about a folder. */
function compile(folder: string): string {
  try {
    return execFileSync(process.execPath, [join(dirname(compiler), "bin/tsc"), "-p", folder], {
      encoding: "utf8",
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
