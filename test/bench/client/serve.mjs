// Answers every request at once with the same listener, so that what is measured is the client.
import { createServer } from "node:http";
import process from "node:process";

const answer = JSON.stringify({ ListenerId: "lsr-bp1bpn0kn908w4nbw****", RequestId: "04F0F334" });
const headers = { "content-type": "application/json", "content-length": answer.length };

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => response.writeHead(200, headers).end(answer));
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
