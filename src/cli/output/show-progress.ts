import type { Progress } from "../../diagnostics/progress.ts";
import type { Output, Terminal } from "./output.ts";

/** A progress bar on display. */
export interface ShownProgress {
  readonly report: Progress;
  /** Wraps an output so that it hides the bar before it writes. */
  readonly over: (output: Output) => Output;
  /** Removes the bar. */
  readonly end: () => void;
}

/** The minimum time between two drawings, in milliseconds. */
const pause = 80;

/** The delay before the bar appears, in milliseconds. */
const patience = 150;

const [full, empty] = ["█", "░"];

/**
 * Shows a bar with counts and the remaining time on a terminal's last line; elsewhere nothing.
 * Libraries for bars keep timers, and draw even where nobody watches.
 */
export function showProgress(terminal: Terminal | undefined): ShownProgress {
  if (terminal === undefined) {
    return { report: () => undefined, over: (output) => output, end: () => undefined };
  }
  const { write, columns, now } = terminal;
  const start = now();
  let drawn = start + patience - pause;
  let visible = false;
  const end = () => {
    if (visible) write("\r\u001B[K");
    visible = false;
  };
  return {
    report(done, total, what) {
      const time = now();
      if (time - drawn < pause) return;
      drawn = time;
      visible = true;
      write(`\r${barOf({ done, total, what, spent: time - start }, columns())}\u001B[K`);
    },
    over: (output) => ({
      ...output,
      out(text) {
        end();
        output.out(text);
      },
      err(text) {
        end();
        output.err(text);
      },
    }),
    end,
  };
}

interface State {
  readonly done: number;
  readonly total: number;
  readonly what: string;
  /** Elapsed milliseconds. */
  readonly spent: number;
}

/**
 * Formats the bar, `████░░░░ 123/456 pages, 2 s left`, to the width of the terminal. While the
 * total is unknown: `123 pages`.
 */
function barOf({ done, total, what, spent }: State, columns: number): string {
  if (total === 0) return `${done} ${what}`.slice(0, Math.max(0, columns - 1));
  const share = Math.min(1, done / total);
  const left = share === 0 ? "" : `, ${timeText((spent / share) * (1 - share))} left`;
  const text = ` ${done}/${total} ${what}${left}`;
  const width = Math.min(40, columns - text.length - 1);
  if (width < 5) return text.trim().slice(0, Math.max(0, columns - 1));
  const filled = Math.round(share * width);
  return full.repeat(filled) + empty.repeat(width - filled) + text;
}

function timeText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
