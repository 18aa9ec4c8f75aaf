import { mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { connect } from "node:net";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Which process something is, as far as its system says. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** Linux: the computer, which stays the same when it starts again. */
  readonly machine?: string | undefined;
  /** Linux: the start of the computer. Containers of one computer have the same. */
  readonly boot?: string | undefined;
  /** Linux: whom the number of the process is valid for. */
  readonly namespace?: string | undefined;
  /** Linux: when the process began, so that a number that is used again is no match. */
  readonly started?: string | undefined;
}

/** The process that changes a folder, as its staging folder names it. */
export interface Owner extends ProcessIdentity {
  /** Another one for each change. */
  readonly token: string;
  /** When the change began, as in 2026-01-02T03:04:05.678Z. */
  readonly since: string;
  /** For as long as the change goes on, a socket can be connected to. */
  readonly listens: boolean;
}

/** Which process this is. */
export function identifyProcess(): ProcessIdentity {
  return {
    host: hostname(),
    pid: process.pid,
    machine: textOf("/etc/machine-id"),
    boot: textOf("/proc/sys/kernel/random/boot_id"),
    namespace: linkOf("/proc/self/ns/pid"),
    started: startOf(process.pid),
  };
}

/** When a process of this namespace began, in ticks of its computer; nothing where that is not to be had. */
function startOf(pid: number): string | undefined {
  // Where /proc is that of another namespace, its numbers are others, too.
  if (linkOf("/proc/self") !== String(process.pid)) return undefined;
  // The name of the program, in parentheses, may hold anything.
  const [state, ...others] =
    textOf(`/proc/${pid}/stat`)
      ?.replace(/^.*\) /s, "")
      .split(" ") ?? [];
  // A zombie has ended.
  return state === "Z" || state === "X" ? "ended" : others[18];
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Bytes that the name of a socket may have: 104 on macOS, 108 on Linux, with a zero at the end. */
const mostBytes = 100;

/** A name by which a socket can be listened at and connected to. */
export interface SocketName {
  readonly name: string;
  /** Takes away what the name needs. */
  readonly remove: () => void;
}

/** The socket of a change, which goes with its process. Windows has a room of its own for such names. */
export function socketOf(staging: string, token: string): SocketName {
  if (process.platform === "win32") {
    return { name: `\\\\.\\pipe\\docwright-${token}`, remove: () => undefined };
  }
  const name = join(staging, `alive-${token}`);
  if (Buffer.byteLength(name) <= mostBytes) return { name, remove: () => undefined };
  // Longer names would be cut off; a link makes them short.
  const link = join(mkdtempSync(join(tmpdir(), "docwright-")), "s");
  symlinkSync(staging, link);
  return {
    name: join(link, `alive-${token}`),
    remove() {
      rmSync(dirname(link), { recursive: true, force: true });
    },
  };
}

/** Whether a process still runs. `unknown` where nobody can tell from here. */
export type Pulse = "alive" | "gone" | "unknown";

/**
 * Whether the owner of a staging folder still runs. Its socket answers for it from any container of the
 * computer, also while it is stopped, and goes with it. Where there are no sockets, its number and start do.
 */
export async function probeOwner(owner: Owner, staging: string): Promise<Pulse> {
  const here = identifyProcess();
  const isHere =
    owner.boot === undefined || here.boot === undefined
      ? owner.host === here.host
      : owner.boot === here.boot;
  if (!isHere) {
    // The same computer has started again since, and nothing that ran then runs now.
    const isRestarted = owner.boot !== undefined && here.boot !== undefined;
    return isRestarted && owner.machine !== undefined && owner.machine === here.machine
      ? "gone"
      : "unknown";
  }
  const answer = owner.listens ? await knock(staging, owner.token) : undefined;
  if (answer === "absent") {
    // A change of this process takes its socket away when it ends.
    if (owner.pid === here.pid && owner.started === here.started) return "gone";
  } else if (answer !== undefined) return answer;
  return owner.namespace === here.namespace ? pulseOf(owner) : "unknown";
}

/** Whether somebody listens at a socket; `absent` where there is none, nothing where it cannot be asked. */
function knock(staging: string, token: string): Promise<Pulse | "absent" | undefined> {
  return new Promise((resolve) => {
    const { name, remove } = socketOf(staging, token);
    const socket = connect(name);
    const end = (pulse: Pulse | "absent" | undefined) => {
      socket.destroy();
      remove();
      resolve(pulse);
    };
    socket.once("connect", () => {
      end("alive");
    });
    socket.once("error", ({ code }: NodeJS.ErrnoException) => {
      // So many knock that they have to wait.
      if (code === "EAGAIN" || code === "EBUSY") end("alive");
      else if (code === "ECONNREFUSED") end("gone");
      else if (code !== "ENOENT") end(undefined);
      else end(process.platform === "win32" ? "gone" : "absent");
    });
  });
}

/** By its number, which means the same here. */
function pulseOf({ pid, started }: Owner): Pulse {
  const now = startOf(pid);
  if (started !== undefined && now !== undefined) return now === started ? "alive" : "gone";
  try {
    process.kill(pid, 0);
    return "unknown";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" ? "unknown" : "gone";
  }
}
