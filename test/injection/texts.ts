import { payloads } from "../emit/payloads.ts";
import { hostileNames } from "./names.ts";

/** What is put into every place there is: payloads, and names. */
export const texts: readonly string[] = [...new Set([...payloads, ...hostileNames])];
