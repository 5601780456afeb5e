/** The host (and port) of a server's address, which is what a person can compare; the address itself if it has none. */
export function hostOf(server: string): string {
  return URL.parse(server)?.host || server;
}
