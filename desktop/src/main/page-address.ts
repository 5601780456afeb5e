import { fail } from "@agentpass/shared/problem";
import type { AppState } from "../shared/app-state.ts";

/**
 * The address of a page that a window may have opened in the browser: of the server that this computer is connected to,
 * or is being connected to, and nowhere else. Throws a ProblemError where there is no such page.
 */
export function pageAddress(
  page: "server" | "pairing" | "help",
  { account, pairing }: Pick<AppState, "account" | "pairing">,
): string {
  const server = page === "pairing" && "server" in pairing ? pairing.server : account?.server;
  if (server === undefined)
    fail("not_found", "This page is on your team's server. Connect this computer to it first.");
  const url = new URL(page === "pairing" ? `${server}/pair` : `${server}/`);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    fail("not_allowed", "Only pages of the web are opened.");
  return url.href;
}
