import { TcpProxy } from "./tcp-proxy.ts";
import type { TestDatabase } from "./test-database.ts";

/** A proxy before a database, and the `DATABASE_URL` that leads through it. */
export async function proxyBefore({ connection }: TestDatabase): Promise<{ proxy: TcpProxy; url: string }> {
  const { host, port, user, password, database } = connection;
  const target = host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const proxy = await TcpProxy.start(target);
  const url = `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${proxy.port}/${database}`;
  return { proxy, url };
}
