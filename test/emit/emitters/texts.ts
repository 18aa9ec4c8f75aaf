import { hostileTexts } from "../../spec/hostile-texts.ts";
import { payloads } from "../payloads.ts";

/** Texts that want to leave the place where they are put, or that a careless writer gets wrong. */
export const texts: readonly string[] = [...hostileTexts, ...payloads];
