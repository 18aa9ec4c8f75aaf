/** Told how far a stage is: how many are done, of how many (0 while nobody knows), and what they are. */
export type Progress = (done: number, total: number, what: string) => void;
