// Changes a folder, and at one call of the file system is killed or finds the disk full.

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [folder, how, at] = process.argv.slice(2);
const [name, count] = at.split(":");
const original = fs[name];
let calls = 0;

fs[name] = (...given) => {
  calls += 1;
  if (calls === Number(count)) {
    if (how === "kill") process.kill(process.pid, "SIGKILL");
    fs[name] = original;
    syncBuiltinESMExports();
    throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  }
  return original(...given);
};
syncBuiltinESMExports();

const { writeFiles } = await import("../../dist/output/write-files.js");

const files = { "a.txt": "a2", "b.txt": "b2", "new/c.txt": "c" };
await writeFiles(folder, new Map(Object.entries(files)), ["gone.txt"]);
