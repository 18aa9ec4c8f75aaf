/** Columns of a line, as `printWidth` of Prettier. */
export const pageWidth = 100;
