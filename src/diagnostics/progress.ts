/** Receives the progress of a stage: items done, total (0 while unknown), and the name of the items. */
export type Progress = (done: number, total: number, what: string) => void;
