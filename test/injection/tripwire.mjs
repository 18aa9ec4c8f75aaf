// Loads a built package by `import` and by `require`, writes a request with every serializer, and prints
// as JSON what was touched that nothing should touch. Its argument is the package's folder.
import childProcess from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import { createRequire } from "node:module";
import net from "node:net";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

const touched = [];
const trip = (name) => () => {
  touched.push(name);
  throw new Error(`${name} was called`);
};

const before = new Set(Object.getOwnPropertyNames(Object.prototype));
const { write } = process.stdout;

// Being read is enough.
Object.defineProperty(globalThis, "CANARY", { get: trip("CANARY") });
for (const name of ["fetch", "eval", "Function", "WebSocket", "alert"])
  globalThis[name] = trip(name);
for (const name of ["exit", "kill", "abort", "chdir", "dlopen", "setuid"])
  process[name] = trip(name);
for (const [of, module] of Object.entries({ childProcess, http, https, net, vm })) {
  for (const [name, value] of Object.entries(module)) {
    if (typeof value === "function" && /^[a-z]/.test(name)) module[name] = trip(`${of}.${name}`);
  }
}
for (const name of [
  "writeFileSync",
  "writeFile",
  "appendFileSync",
  "rmSync",
  "unlinkSync",
  "mkdirSync",
]) {
  fs[name] = trip(`fs.${name}`);
}

const [folder] = process.argv.slice(2);
const esm = await import(pathToFileURL(join(folder, "dist/esm/index.js")).href);
const cjs = createRequire(import.meta.url)(join(folder, "dist/cjs/index.cjs"));
let written = 0;
for (const module of [esm, cjs]) {
  for (const [name, serialize] of Object.entries(module)) {
    if (!/^serialize/.test(name)) continue;
    for (const request of [
      {},
      { __proto__: null },
      JSON.parse('{"__proto__": "a", "constructor": "b"}'),
    ]) {
      try {
        serialize(request, { regionId: "a" });
      } catch (error) {
        if (error.name !== "RequestError") touched.push(`${name}: ${error}`);
      }
      written += 1;
    }
  }
}
const polluted = Object.getOwnPropertyNames(Object.prototype).filter((name) => !before.has(name));
write.call(
  process.stdout,
  JSON.stringify({ touched, polluted, written, exports: [Object.keys(esm), Object.keys(cjs)] }),
);
