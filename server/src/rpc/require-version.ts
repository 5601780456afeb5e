import { fail } from "@agentpass/shared/problem";
import { compareVersions, VERSION } from "@agentpass/shared/version";

/** Throws `outdated` for a client whose version does not work with this server's; one that names none is taken. */
export function requireVersion(clientVersion: string | null): void {
  if (clientVersion === null) return;
  const compatibility = compareVersions(VERSION, clientVersion);
  if (compatibility === "compatible") return;
  const client = JSON.stringify(clientVersion.slice(0, 40));
  if (compatibility === "own_too_old")
    fail(
      "outdated",
      `This server is version ${VERSION}, too old for this client's ${client}. Update the server, or ask whoever runs it.`,
    );
  fail(
    "outdated",
    `This client's version is ${client}, too old for this server's ${VERSION}. Update the app, or the checkout that the client runs from.`,
  );
}
