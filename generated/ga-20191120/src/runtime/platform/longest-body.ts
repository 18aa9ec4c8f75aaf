/** The largest answer that is read, in bytes: far above any page of a list, far below all memory. */
export const longestBody = 16 * 1024 * 1024;
