import { createServer } from "node:http";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A proxy for CONNECT on the loopback interface. It ends with the test. */
export interface ConnectProxy {
  readonly url: string;
  /** `host:port` of each tunnel that was asked for, with the credentials given for it. */
  readonly asked: readonly { readonly to: string; readonly authorization: string | undefined }[];
}

/** How a proxy misbehaves. */
export interface ProxyBehaviour {
  /** `user:password` that it wants to hear, as a URL has it. */
  readonly user?: string;
  /** Answers with this status instead of a tunnel. */
  readonly refuse?: number;
  /** Never answers. */
  readonly silent?: boolean;
}

/** Starts one that lets everybody everywhere, if it is not told otherwise. */
export async function startConnectProxy({
  user,
  refuse,
  silent = false,
}: ProxyBehaviour = {}): Promise<ConnectProxy> {
  const asked: { to: string; authorization: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  };
  const server = createServer();
  server.on("connection", keep);
  server.on("connect", ({ url: to = "", headers }, socket: Socket, head: Buffer) => {
    const authorization = headers["proxy-authorization"];
    asked.push({ to, authorization });
    if (silent) return;
    const wanted = user && `Basic ${Buffer.from(decodeURIComponent(user)).toString("base64")}`;
    const status = refuse ?? (wanted === undefined || wanted === authorization ? 200 : 407);
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 7\r\n\r\nrefused`);
      return;
    }
    const { hostname, port } = new URL(`http://${to}`);
    const onward = connect(Number(port), hostname === "localhost" ? "127.0.0.1" : hostname);
    keep(onward);
    onward.on("connect", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    onward.on("close", () => socket.destroy());
    socket.on("close", () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const { port } = server.address() as { port: number };
  const login = user === undefined ? "" : `${user}@`;
  return { url: `http://${login}127.0.0.1:${port}`, asked };
}
