import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import { library } from "./library.ts";

// Serves the library in a process of its own, whose memory a test can limit. Its first line says where.
const endpoint = await serveEndpoint(library, {
  warn: (message) => {
    console.error(message);
  },
});
console.log(endpoint.url);
