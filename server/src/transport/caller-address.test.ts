import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createCallerAddress } from "./caller-address.ts";

/** What a server that trusts these proxies takes for the caller of a request from 127.0.0.1 with these headers. */
async function callerOf(forwarded: string | string[] | undefined, trusted: string[]): Promise<string | null> {
  const callerAddress = createCallerAddress(trusted);
  let caller: string | null = null;
  await using server = createServer((received, response) => {
    caller = callerAddress(received);
    response.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const headers = forwarded === undefined ? {} : { "X-Forwarded-For": forwarded };
  const [response] = await once(
    request({ port, host: "127.0.0.1", headers, agent: false }).end(),
    "response",
  );
  response.resume();
  await once(response, "end");
  return caller;
}

const LOCAL = ["127.0.0.1"];

test("without a trusted proxy it is the socket's, whatever the caller claims", async () => {
  expect(await callerOf("203.0.113.9", [])).toBe("127.0.0.1");
  expect(await callerOf("203.0.113.9", ["10.0.0.0/8"])).toBe("127.0.0.1");
});

test("a trusted proxy names the caller", async () => {
  expect(await callerOf("203.0.113.9", LOCAL)).toBe("203.0.113.9");
  expect(await callerOf("203.0.113.9", ["127.0.0.0/8"])).toBe("203.0.113.9");
  expect(await callerOf("2001:db8::9", LOCAL)).toBe("2001:db8::9");
  expect(await callerOf(undefined, LOCAL)).toBe("127.0.0.1");
});

test("what a caller wrote into the header before it reached the proxy is not believed", async () => {
  expect(await callerOf("198.51.100.7, 203.0.113.9", LOCAL)).toBe("203.0.113.9");
  expect(await callerOf(["198.51.100.7", "203.0.113.9"], LOCAL)).toBe("203.0.113.9");
});

test("of two trusted proxies the outer one names the caller", async () => {
  expect(await callerOf("198.51.100.7, 203.0.113.9, 10.0.0.5", [...LOCAL, "10.0.0.0/8"])).toBe("203.0.113.9");
});

test.each(["unknown", "203.0.113.9:4711", "_hidden", "", "127.0.0.1"])(
  "no address at the place of the caller's (%j) leaves the proxy's",
  async (forwarded) => {
    expect(await callerOf(forwarded, LOCAL)).toBe("127.0.0.1");
  },
);
