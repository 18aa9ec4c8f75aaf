import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { stagingName } from "../../src/output/staging.ts";
import { folderWith, runDocwright } from "../cli/run-docwright.ts";
import { pageOf } from "../build/desk.ts";

const program = fileURLToPath(new URL("hold-folder.mjs", import.meta.url));
const isLinux = process.platform === "linux";

let folder: string;
let out: string;

beforeEach(() => {
  folder = folderWith({ "docs/shelf.md": pageOf("MakeShelf"), "out/a.txt": "old" });
  out = join(folder, "out");
});

const extract = () => runDocwright("extract", join(folder, "docs"), "--out", out);
const staging = (name = "") => join(out, stagingName, name);
const text = () => readFileSync(join(out, "a.txt"), "utf8");

/** A process that changes the folder, and has come to the middle of it. */
async function holder({
  before = [],
  flags = [],
  of = out,
}: {
  readonly before?: readonly string[];
  readonly flags?: readonly string[];
  readonly of?: string;
} = {}): Promise<ChildProcessWithoutNullStreams> {
  const [command = "", ...words] = [...before, process.execPath, program, of, ...flags];
  const child = spawn(command, words);
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

async function end(child: ChildProcessWithoutNullStreams): Promise<void> {
  child.stdin.end("go on\n");
  await once(child, "exit");
}

/** Says something else of the owner than it did itself. */
function restate(change: Readonly<Record<string, unknown>>): void {
  const owner = JSON.parse(readFileSync(staging("owner-1"), "utf8")) as object;
  writeFileSync(staging("owner-1"), JSON.stringify({ ...owner, ...change }));
}

/** Ends a process in the middle of a change, with nothing put right. */
async function kill(child: ChildProcessWithoutNullStreams): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

describe("while a process changes a folder", () => {
  test("another command changes nothing, and says who is at work, since when, and what to do", async () => {
    const child = await holder();
    const { status, err } = await extract();

    expect(status).toBe(1);
    expect(err).toContain(
      `process ${child.pid} of host ${hostname()} has been writing to ${out} since 20`,
    );
    expect(err).toContain("; wait until it has ended, or end it. Nothing was changed.");

    await end(child);
    expect(text()).toBe("held");
    expect((await extract()).status).toBe(0);
    expect(readdirSync(out)).not.toContain(stagingName);
  });

  test("the same holds for one that is stopped, which goes on later", async () => {
    const child = await holder({ flags: ["--commit"] });
    child.kill("SIGSTOP");
    const { err } = await extract();

    expect(err).toContain("wait until it has ended, or end it. Nothing was changed.");

    child.kill("SIGCONT");
    await end(child);
    expect(text()).toBe("held");
  });

  test("the same holds below a path that is too long for a socket", async () => {
    out = join(folder, "x".repeat(120));
    mkdirSync(out);
    const child = await holder();

    expect((await extract()).err).toContain("wait until it has ended");
    await kill(child);
    expect((await extract()).status).toBe(0);
  });

  test("one that has lost its staging folder does not go on", async () => {
    const child = await holder();
    rmSync(staging(), { recursive: true });
    await extract();
    await end(child);

    expect(text()).toBe("old");
    expect(child.exitCode).toBe(1);
  });

  test("of two builds that start together, each one that ends well has built all", async () => {
    writeFileSync(
      join(folder, "docwright.config.json"),
      JSON.stringify({ products: [{ pages: "docs" }] }),
    );
    const cli = fileURLToPath(new URL("../../dist/bin/cli.js", import.meta.url));
    const builds = [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, [cli, "build"], { cwd: folder });
      let err = "";
      child.stderr.on("data", (part: Buffer) => (err += part.toString()));
      await once(child, "close");
      return { code: child.exitCode, err };
    });
    const ends = await Promise.all(builds);

    expect(ends.map(({ code }) => code)).toContain(0);
    for (const { code, err } of ends) {
      if (code !== 0) expect(err).toMatch(/writing to|another build has written/);
    }
    const { err, status } = await runDocwright(
      ...["check", "--stale-only", "--config", join(folder, "docwright.config.json")],
    );
    expect([status, err]).toEqual([0, expect.not.stringContaining("stale")]);
  });
});

describe("after a process that was killed", () => {
  test.each([[], ["--commit"]])("the next command puts all back at once: %j", async (...flags) => {
    const child = await holder({ flags });
    await kill(child);

    expect((await extract()).status).toBe(0);
    expect(text()).toBe("old");
    expect(readdirSync(out)).not.toContain(stagingName);
  });

  test("a process that has its number now is not taken for it", async () => {
    await kill(await holder({ flags: ["--commit"] }));
    restate({ pid: process.pid });

    expect((await extract()).status).toBe(0);
    expect(text()).toBe("old");
  });

  test.runIf(isLinux)("neither is it where no socket could be had", async () => {
    await kill(await holder({ flags: ["--commit"] }));
    restate({ pid: process.pid, listens: false });

    expect((await extract()).status).toBe(0);
    expect(text()).toBe("old");
  });

  test("the start of the computer is the end of all that ran", async () => {
    await kill(await holder({ flags: ["--commit"] }));
    restate({ pid: process.pid, listens: false, boot: "another start" });

    const { status } = await extract();
    const isKnown = isLinux && (JSON.parse(ownerText()) as { machine?: string }).machine;
    expect(status).toBe(isKnown === undefined ? 1 : 0);
  });

  test("a claim that was cut off itself is no hindrance", async () => {
    await kill(await holder({ flags: ["--commit"] }));
    writeFileSync(staging("owner-1"), "");

    expect((await extract()).status).toBe(0);
    expect(text()).toBe("old");
  });
});

function ownerText(): string {
  try {
    return readFileSync(staging("owner-1"), "utf8");
  } catch {
    return JSON.stringify({ machine: "known" });
  }
}

describe("where nobody can tell from here whether a process runs", () => {
  const refused = async () => {
    const { status, err } = await extract();
    expect(status).toBe(1);
    expect(err).toContain(
      `nobody can tell whether it still runs; if it does not, remove ${staging()}`.replace(
        /\/$/,
        "",
      ),
    );
    expect(text()).toBe("held");
  };

  test("on another computer, nothing is rolled back", async () => {
    await kill(await holder({ flags: ["--commit"] }));
    restate({ host: "other", boot: "other", machine: "other" });

    await refused();
  });

  test.runIf(isLinux)(
    "in another container, without a socket, nothing is rolled back",
    async () => {
      await kill(await holder({ flags: ["--commit"] }));
      restate({ namespace: "pid:[1]", listens: false });

      await refused();
    },
  );

  test("to remove the folder, as the message says, is enough", async () => {
    await kill(await holder());
    restate({ host: "other", boot: "other", machine: "other" });
    rmSync(staging(), { recursive: true });

    expect((await extract()).status).toBe(0);
  });
});

/** Only who may make namespaces can try them. */
const unshares = (() => {
  try {
    execFileSync("unshare", ["--pid", "--fork", "--mount-proc", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

describe.runIf(unshares)("a process in another namespace", () => {
  const before = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"];

  test("is alive as long as it runs, whatever its number is here", async () => {
    const child = await holder({ before, flags: ["--commit"] });

    expect((await extract()).err).toContain("process 1 of host");
    expect(text()).toBe("held");

    await end(child);
    expect((await extract()).status).toBe(0);
    expect(text()).toBe("held");
  });

  test("that was killed is gone, whoever has its number here", async () => {
    await kill(await holder({ before, flags: ["--commit"] }));
    expect(JSON.parse(readFileSync(staging("owner-1"), "utf8"))).toMatchObject({ pid: 1 });

    // The number 1 is that of a living process.
    let run = await extract();
    while (run.status === 1 && run.err.includes("wait until")) run = await extract();
    expect(run.status).toBe(0);
    expect(text()).toBe("old");
  });
});

test("a folder that was copied in the middle of a change is put right by itself", async () => {
  const child = await holder({ flags: ["--commit"] });
  const copy = join(folder, "copy");
  execFileSync("cp", ["-r", out, copy]);
  await kill(child);
  renameSync(out, join(folder, "away"));
  renameSync(copy, out);

  expect((await extract()).status).toBe(0);
  expect(text()).toBe("old");
});
