import { mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { connect } from "node:net";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The identity of a process, in the detail that its system provides. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** Linux: the computer's ID, which survives a restart. */
  readonly machine?: string | undefined;
  /** Linux: the ID of the computer's boot, shared by its containers. */
  readonly boot?: string | undefined;
  /** Linux: the namespace in which the process ID is valid. */
  readonly namespace?: string | undefined;
  /** Linux: start of the process, which distinguishes a reused process ID. */
  readonly started?: string | undefined;
}

/** The process that changes a folder, as recorded in its staging folder. */
export interface Owner extends ProcessIdentity {
  /** Unique for each change. */
  readonly token: string;
  /** Start of the change, as in 2026-01-02T03:04:05.678Z. */
  readonly since: string;
  /** A socket accepts connections during the change. */
  readonly listens: boolean;
}

/** The identity of this process. */
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

/** Start of a process in this namespace, in clock ticks since boot; `undefined` where it is not available. */
function startOf(pid: number): string | undefined {
  // A /proc of another namespace has other process IDs.
  if (linkOf("/proc/self") !== String(process.pid)) return undefined;
  // The program's name, in parentheses, may contain any characters.
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

/** Maximum length of a socket's name in bytes: 104 on macOS, 108 on Linux, including a zero. */
const mostBytes = 100;

/** A name to listen on and to connect to. */
export interface SocketName {
  readonly name: string;
  /** Removes the files that the name needs. */
  readonly remove: () => void;
}

/** The socket of a change, which closes with its process. Windows has named pipes instead. */
export function socketOf(staging: string, token: string): SocketName {
  if (process.platform === "win32") {
    return { name: `\\\\.\\pipe\\docwright-${token}`, remove: () => undefined };
  }
  const name = join(staging, `alive-${token}`);
  if (Buffer.byteLength(name) <= mostBytes) return { name, remove: () => undefined };
  // Longer names would be truncated, so a link shortens the path.
  const link = join(mkdtempSync(join(tmpdir(), "docwright-")), "s");
  symlinkSync(staging, link);
  return {
    name: join(link, `alive-${token}`),
    remove() {
      rmSync(dirname(link), { recursive: true, force: true });
    },
  };
}

/** The state of a process; `unknown` where it cannot be determined from here. */
export type Pulse = "alive" | "gone" | "unknown";

/**
 * Determines if the owner of a staging folder still runs.
 *
 * Its socket is reachable from any container of the computer, even while the process is stopped, and
 * closes with it. Without sockets, the process ID and start time decide.
 */
export async function probeOwner(owner: Owner, staging: string): Promise<Pulse> {
  const here = identifyProcess();
  const isHere =
    owner.boot === undefined || here.boot === undefined
      ? owner.host === here.host
      : owner.boot === here.boot;
  if (!isHere) {
    // The computer has restarted since, so the process has ended.
    const isRestarted = owner.boot !== undefined && here.boot !== undefined;
    return isRestarted && owner.machine !== undefined && owner.machine === here.machine
      ? "gone"
      : "unknown";
  }
  const answer = owner.listens ? await knock(staging, owner.token) : undefined;
  if (answer === "absent") {
    // A change of this process removes its socket when it ends.
    if (owner.pid === here.pid && owner.started === here.started) return "gone";
  } else if (answer !== undefined) return answer;
  return owner.namespace === here.namespace ? pulseOf(owner) : "unknown";
}

/** Probes a socket; `absent` where it is missing, `undefined` where the probe fails. */
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
      // The queue of connections is full.
      if (code === "EAGAIN" || code === "EBUSY") end("alive");
      else if (code === "ECONNREFUSED") end("gone");
      else if (code !== "ENOENT") end(undefined);
      else end(process.platform === "win32" ? "gone" : "absent");
    });
  });
}

/** Probes a process by its ID, which must be of this namespace. */
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
