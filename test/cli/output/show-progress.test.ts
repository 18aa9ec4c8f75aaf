import { expect, test } from "vitest";
import { showProgress } from "../../../src/cli/output/show-progress.ts";

/** A terminal that remembers what was written, with a clock that only a test moves. */
function terminal(columns = 80) {
  const written: string[] = [];
  let time = 0;
  return {
    written,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    write: (text: string) => {
      written.push(text);
    },
    columns: () => columns,
    now: () => time,
  };
}

test("a bar shows counts and the time left", () => {
  const screen = terminal();
  const { report } = showProgress(screen);
  screen.pass(3000);
  report(25, 100, "pages");

  expect(screen.written).toEqual([
    `\r${"█".repeat(10)}${"░".repeat(30)} 25/100 pages, 9 s left\u001B[K`,
  ]);
});

test("long times are told in minutes", () => {
  const screen = terminal();
  const { report } = showProgress(screen);
  screen.pass(60_000);
  report(1, 3, "pages");

  expect(screen.written.join()).toContain("2 min 0 s left");
});

test("what is done at once shows no bar", () => {
  const screen = terminal();
  const { report, end } = showProgress(screen);
  screen.pass(50);
  report(1, 1, "pages");
  end();

  expect(screen.written).toEqual([]);
});

test("a bar is drawn no more often than one can see", () => {
  const screen = terminal();
  const { report } = showProgress(screen);
  for (let done = 0; done < 1000; done += 1) {
    screen.pass(1);
    report(done, 1000, "pages");
  }

  expect(screen.written.length).toBeLessThan(15);
});

test("a bar is taken away at the end", () => {
  const screen = terminal();
  const { report, end } = showProgress(screen);
  screen.pass(500);
  report(1, 2, "pages");
  end();

  expect(screen.written.at(-1)).toBe("\r\u001B[K");
});

test("a narrow terminal gets what fits", () => {
  const screen = terminal(16);
  const { report } = showProgress(screen);
  screen.pass(500);
  report(1, 2, "pages");

  expect(screen.written).toEqual(["\r1/2 pages, 1 s \u001B[K"]);
});

test("where nobody looks on there is nothing", () => {
  const { report, end } = showProgress(undefined);
  report(1, 2, "pages");
  end();
});

test("while nobody knows of how many, there is a count", () => {
  const screen = terminal();
  const { report } = showProgress(screen);
  screen.pass(500);
  report(12, 0, "pages");

  expect(screen.written).toEqual(["\r12 pages\u001B[K"]);
});

test("what is printed meanwhile takes the bar's place, and the bar comes again below", () => {
  const screen = terminal(16);
  const { report, over } = showProgress(screen);
  const output = over({ out: screen.write, err: screen.write });
  for (const done of [1, 2]) {
    screen.pass(500);
    report(done, 2, "pages");
    output.err(`found ${done}\n`);
  }
  output.out("no bar to take away\n");

  expect(screen.written).toEqual([
    "\r1/2 pages, 1 s \u001B[K",
    "\r\u001B[K",
    "found 1\n",
    "\r2/2 pages, 0 s \u001B[K",
    "\r\u001B[K",
    "found 2\n",
    "no bar to take away\n",
  ]);
});
