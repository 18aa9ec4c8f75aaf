import { connect } from "node:net";
import { identifyProcess, startOf, type Owner } from "./owner.ts";
import { socketOf } from "./socket-of.ts";

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
