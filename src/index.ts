export { defineConfig } from "./config/define-config.ts";
export type { Config, ProductConfig } from "./config/config.ts";
