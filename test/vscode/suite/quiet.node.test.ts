// Nothing goes over the network before a command that says so: every connection of the extension host is counted.
import * as assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { Socket, type AddressInfo } from "node:net";
import { closeEverything, writeQuietly } from "../support.ts";

suite("The network", () => {
  const connect = Socket.prototype.connect;
  let connections: string[] = [];

  setup(() => {
    connections = [];
    Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
      connections.push(JSON.stringify(args[0]));
      return Reflect.apply(connect, this, args) as Socket;
    };
  });
  teardown(async () => {
    Socket.prototype.connect = connect;
    await closeEverything();
  });

  test("is left alone while a set is written, checked, drawn and compiled", async () => {
    await writeQuietly();
    assert.deepEqual(connections, []);
  });

  test("is seen here where something does use it", async () => {
    const server = createServer((_, response) => response.end("seen")).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await (await fetch(`http://127.0.0.1:${port}/`)).text();
    assert.ok(connections.length > 0);
    server.closeAllConnections();
    server.close();
  });
});
