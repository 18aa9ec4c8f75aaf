import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

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
export function startOf(pid: number): string | undefined {
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
