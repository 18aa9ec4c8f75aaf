import type { Progress } from "../../diagnostics/progress.ts";
import type { Output, Terminal } from "./output.ts";

/** Progress that is being shown. */
export interface ShownProgress {
  readonly report: Progress;
  /** The same output, which takes the bar out of the way before it writes. */
  readonly over: (output: Output) => Output;
  /** Takes the bar away. */
  readonly end: () => void;
}

/** How often the bar is drawn at most, in milliseconds. */
const pause = 80;

/** How long something takes before a bar is worth it, in milliseconds. */
const patience = 150;

const [full, empty] = ["█", "░"];

/**
 * Shows a bar with counts and the time left on a terminal's last line; elsewhere nothing. There are many
 * libraries for bars; they all keep timers, and none of them knows what it takes to draw nothing.
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
  /** Milliseconds. */
  readonly spent: number;
}

/**
 * `████░░░░ 123/456 pages, 2 s left`, as wide as the terminal allows; while nobody knows of how many,
 * `123 pages`.
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
