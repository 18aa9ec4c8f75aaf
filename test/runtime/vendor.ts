import { createRequire } from "node:module";

// By require: of a CommonJS module's default export, bundlers and Node make different things.
const require = createRequire(import.meta.url);

/** The vendor's current core client. */
export const openApi = require("@alicloud/openapi-core") as typeof import("@alicloud/openapi-core");

/** The vendor's credential providers. */
export const vendorCredentials =
  require("@alicloud/credentials") as typeof import("@alicloud/credentials");
