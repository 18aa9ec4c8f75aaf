/** The forms that a configuration can be written in. */
export const configFormats = ["yaml", "json", "ts", "js"] as const;

/** One of them. */
export type ConfigFormat = (typeof configFormats)[number];
