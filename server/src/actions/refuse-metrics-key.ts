import { ProblemError, type Problem } from "@agentpass/shared/problem";
import { isPermitted } from "../domain/access.ts";
import type { Store } from "../store/store.ts";
import { signIn } from "./sign-in.ts";

const HOW =
  "Send METRICS_KEY as set for the server, or an admin's key, as Authorization: Bearer KEY; or scrape the port that METRICS_PORT opens on the server's own machine.";

/** Null where the key is an admin's or the owner's, who may see the metrics of the server; else the problem. */
export async function refuseMetricsKey(
  store: Store,
  { key, address }: { key: string | null; address: string | null },
): Promise<Problem | null> {
  if (key === null) return { code: "not_signed_in", message: `Metrics are not public. ${HOW}` };
  try {
    const { viewer } = await signIn(store, key, address);
    if (isPermitted(viewer, "admin")) return null;
    return { code: "not_allowed", message: `This key may not see the server's metrics. ${HOW}` };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error;
    return problem.code === "not_signed_in"
      ? { ...problem, message: `This key is not valid here. ${HOW}` }
      : problem;
  }
}
