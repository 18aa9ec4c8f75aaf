import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportPath } from "../diagnostics/create-reporter.ts";
import { HalfWritten } from "../output/half-written.ts";

/** Runs a write. A failure is reported as a diagnostic with its reason and the state of the files. */
export async function tryWrite<T>(
  path: string,
  write: () => T | Promise<T>,
  diagnostics: Diagnostic[],
  unchanged = "Nothing was changed.",
): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    const { message, code = "" } = error instanceof HalfWritten ? error.reason : asFailure(error);
    const outcome = error instanceof HalfWritten ? error.outcome : unchanged;
    const advice = advices[code];
    const parameters = {
      reason: message,
      outcome,
      advice: advice === undefined ? "" : ` ${advice}`,
    };
    reportPath(path, "output/unwritable", parameters, diagnostics);
    return undefined;
  }
}

/** Remedies by error code of the file system. */
const advices: Readonly<Record<string, string>> = {
  EACCES: "Check who may write there.",
  EDQUOT: "Free some of your space on the disk, and run it again.",
  EEXIST: "Something that is no folder stands in the way: remove it, or choose another path.",
  EIO: "Check the disk, and run it again.",
  ELOOP: "Its links lead in a circle: choose another path.",
  EMFILE: "Too many files are open: allow more with ulimit -n, and run it again.",
  ENAMETOOLONG: "Choose a shorter path.",
  ENFILE: "Too many files are open on this computer: close some programs, and run it again.",
  ENOENT: "No folder can be made there: choose another path.",
  ENOSPC: "Free some space on its disk, and run it again.",
  ENOTDIR: "A file stands where a folder has to be: choose another path.",
  EPERM: "Check who may write there.",
  EROFS: "The disk can only be read: choose another path.",
};

function asFailure(error: unknown): NodeJS.ErrnoException {
  return error instanceof Error ? error : new Error(String(error));
}
