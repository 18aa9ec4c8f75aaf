import { createTwoFilesPatch } from "diff";

/** A change of one file. A text is missing where there is no file. */
export interface FileChange {
  readonly path: string;
  readonly old?: string;
  readonly new?: string;
}

/** A change as a unified diff with three lines around each place, as `patch -p1` takes it. */
export function renderDiff({ path, old, new: wanted }: FileChange): string {
  const from = old === undefined ? "/dev/null" : `a/${path}`;
  const to = wanted === undefined ? "/dev/null" : `b/${path}`;
  const patch = createTwoFilesPatch(from, to, old ?? "", wanted ?? "", "", "", { context: 3 });
  // What comes before the names of the files is for another tool.
  return patch.slice(patch.indexOf("--- ")).replaceAll(/^((?:---|\+\+\+) .*?)\t$/gm, "$1");
}
