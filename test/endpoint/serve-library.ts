import { serveEndpoint } from "../../src/endpoint/serve-endpoint.ts";
import { library } from "./library.ts";

// Serves the library in a process of its own, whose memory a test can limit. Its first line says where.
const endpoint = await serveEndpoint(library, {
  maxResources: Number(process.argv[2]),
  warn: (message) => {
    process.stderr.write(`${message}\n`);
  },
});
process.stdout.write(`${endpoint.url}\n`);
