import { probeNats } from "../../publish/nats-connection.ts";
import { ok, problem, type Finding } from "./finding.ts";
import type { Patient } from "./patient.ts";

/** By itself, from this machine; nothing where NATS_URL is not used. */
export async function checkNats({ config }: Patient): Promise<Finding[]> {
  if (!config?.nats || config.databaseUrl === null) return [];
  const where = config.nats.servers.join(", ");
  try {
    return [ok("nats", `NATS ${await probeNats(config.nats)} at ${where} lets this server in`)];
  } catch (error) {
    return [
      problem(
        "nats",
        `NATS at ${where} does not let this server in: ${error instanceof Error ? error.message : String(error)}`,
        "Mend NATS or NATS_URL. Meanwhile nothing is lost, but codes that come in at another node may be half a second late.",
      ),
    ];
  }
}
