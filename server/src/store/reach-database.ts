import { fail } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import { Client } from "pg";
import type { ConnectionSettings } from "./database.ts";

const ANSWER_MS = 5_000;

/**
 * The PostgreSQL of a `DATABASE_URL`, once it has taken a connection. Throws `unavailable` where it does not: what is
 * wrong and the mend, without the password.
 */
export async function reachDatabase(databaseUrl: Secret): Promise<ConnectionSettings> {
  const connection = { connectionString: databaseUrl.reveal() };
  const client = connecting(connection);
  // Without a listener a connection that breaks would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { host, port, user = "", database = "" } = client;
    const reason = whyUnreachable(error as { code?: string; message: string }, { user, database });
    fail("unavailable", `PostgreSQL at ${host}:${port} (DATABASE_URL) cannot be used: ${reason}`);
  } finally {
    await client.end().catch(() => {});
  }
  return connection;
}

function connecting(connection: ConnectionSettings): Client {
  try {
    return new Client({ ...connection, connectionTimeoutMillis: ANSWER_MS });
  } catch (error) {
    // A certificate's file that is named in it cannot be read.
    return fail("unavailable", `DATABASE_URL cannot be used: ${(error as Error).message}.`);
  }
}

/** By the system's, Node's and PostgreSQL's codes (postgresql.org/docs/current/errcodes-appendix.html). */
function whyUnreachable(
  { code = "", message }: { code?: string; message: string },
  { user, database }: { user: string; database: string },
): string {
  switch (code) {
    case "ECONNREFUSED":
    case "ENOENT":
      return "nobody listens there. Start it, or correct the host and the port.";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "there is no host of that name. Correct it.";
    case "28P01":
      return `it refuses the login ${user}. Correct the user or the password (special characters percent-encoded).`;
    case "3D000":
      return `it has no database ${database}. Let an administrator run: CREATE DATABASE "${database}"; or correct the name.`;
    case "57P03":
      return "it is starting or stopping. Start the server again once it takes connections.";
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
    case "SELF_SIGNED_CERT_IN_CHAIN":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
      return `its certificate is signed by nobody known here (${code}). Append ?sslrootcert=/path/to/its-authority.pem to the URL.`;
    default:
      return message === "timeout expired"
        ? `it did not answer within ${ANSWER_MS / 1000} s. Correct the host, or let a firewall between pass the port.`
        : `${message}${code === "" ? "" : ` (${code})`}.`;
  }
}
