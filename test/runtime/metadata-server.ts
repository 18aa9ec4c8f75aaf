import { Agent, createServer, type ServerResponse } from "node:http";
import { connect, type NetConnectOpts, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A temporary key, as the metadata service hands it out. */
export interface TemporaryKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string;
}

/** The metadata service of a machine, on the loopback interface. It ends with the test. */
export interface MetadataServer {
  /** Where it hands out keys without further ado. */
  readonly uri: string;
  /** What was asked for, in order: method and path. */
  readonly asked: readonly string[];
  /** The keys handed out so far. */
  readonly handedOut: readonly TemporaryKey[];
  /** Answers so from now on, instead of with a key. */
  fail(answer: (response: ServerResponse) => void): void;
}

const roles = "/latest/meta-data/ram/security-credentials/";

/** The key that is handed out as this one, from 1 on. */
export function temporaryKey(number: number): TemporaryKey {
  return {
    accessKeyId: `STS.NTKeyIdNumber${number}OfTheTest`,
    accessKeySecret: `Secret/Number+${number}=OfTheTest`,
    securityToken: `CAIS+Token/Number${number}=OfTheTest`,
  };
}

/**
 * Starts a metadata service whose keys are about to expire, so that the vendor's library asks for
 * another each time. Each key is handed out once.
 */
export async function startMetadataServer(): Promise<MetadataServer> {
  const asked: string[] = [];
  const handedOut: TemporaryKey[] = [];
  const sockets = new Set<Socket>();
  let failure: ((response: ServerResponse) => void) | undefined;
  const server = createServer(({ method = "", url = "" }, response) => {
    asked.push(`${method} ${url}`);
    if (failure !== undefined) failure(response);
    else if (url === "/latest/api/token") response.end("metadata-token");
    else if (url === roles) response.end("TestRole");
    else {
      const key = temporaryKey(handedOut.length + 1);
      handedOut.push(key);
      const { accessKeyId, accessKeySecret, securityToken } = key;
      const Expiration = `${new Date(Date.now() + 600_000).toISOString().slice(0, 19)}Z`;
      const names = { AccessKeyId: accessKeyId, AccessKeySecret: accessKeySecret };
      const rest = { SecurityToken: securityToken, Expiration, Code: "Success" };
      response.end(JSON.stringify({ ...names, ...rest }));
    }
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const { port } = server.address() as { port: number };
  redirect("100.100.100.200", port);
  return {
    uri: `http://127.0.0.1:${port}/key`,
    asked,
    handedOut,
    fail: (answer) => {
      failure = answer;
    },
  };
}

/** Lets connections of `node:http` to a host end up here, until the end of the test. */
function redirect(host: string, port: number): void {
  const agents = Agent.prototype as unknown as {
    createConnection: (options: NetConnectOpts, ...rest: []) => Socket;
  };
  const { createConnection } = agents;
  agents.createConnection = function (options, ...rest) {
    const there = "host" in options && options.host === host;
    return there
      ? connect({ ...options, host: "127.0.0.1", port })
      : createConnection.call(this, options, ...rest);
  };
  onTestFinished(() => {
    agents.createConnection = createConnection;
  });
}
