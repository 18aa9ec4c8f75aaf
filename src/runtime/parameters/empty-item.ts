import type { Fault } from "./fault.ts";

/** Of an item for which nothing would be sent. */
export const emptyItem: Fault = {
  rule: "empty-item",
  text: "is empty, and the next would take its place: take it out",
};
