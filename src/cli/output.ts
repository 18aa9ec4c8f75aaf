/** Where a command writes: what it was asked for, and what is to be said about it. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
