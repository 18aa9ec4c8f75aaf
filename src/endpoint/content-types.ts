import type { Format } from "./call.ts";

/** As the gateway writes them: the vendor's clients know XML by exactly this text. */
export const contentTypes: Readonly<Record<Format, string>> = {
  json: "application/json;charset=utf-8",
  xml: "text/xml;charset=utf-8",
};
