import type { NetConnectOpts } from "node:net";
import { TcpProxy } from "./tcp-proxy.ts";
import type { TestDatabase } from "./test-database.ts";

/** A proxy before a database, and the `DATABASE_URL` that leads through it. */
export async function proxyBefore(database: TestDatabase): Promise<{ proxy: TcpProxy; url: string }> {
  const proxy = await TcpProxy.start(addressOf(database));
  return { proxy, url: urlThrough(proxy, database) };
}

/** Where a database's PostgreSQL listens. */
export function addressOf({ connection: { host, port } }: TestDatabase): NetConnectOpts {
  return host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
}

/** A database's `DATABASE_URL` by way of what listens on this port of the machine. */
export function urlThrough(proxy: { port: number }, { connection }: TestDatabase): string {
  const { user, password, database } = connection;
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${proxy.port}/${database}`;
}
