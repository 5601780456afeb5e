/** Gives the WebSocket address of the tRPC API below a server's base URL; a path prefix is kept. */
export function feedUrl(baseUrl: string): string {
  const url = new URL(baseUrl);
  url.protocol = url.protocol === "https:" || url.protocol === "wss:" ? "wss:" : "ws:";
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/trpc`;
  url.search = "";
  url.hash = "";
  return url.href;
}
