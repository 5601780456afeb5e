import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { probeDatabase } from "../../start/probe-database.ts";
import { failed, ok, problem, skipped, type Finding } from "./finding.ts";
import type { Patient } from "./patient.ts";

const ELSEWHERE = "the server is on another machine; run doctor there";

export async function checkConfiguration({ faults, isElsewhere }: Patient): Promise<Finding[]> {
  if (isElsewhere) return [skipped("configuration", ELSEWHERE)];
  if (faults.length === 0) return [ok("configuration", "every variable is as it must be")];
  return faults.map((fault) =>
    problem("configuration", fault, "Mend it in the environment or in .env, and start the server again."),
  );
}

/** Which mode and why; and whether the running server was started with what is set now. */
export async function checkMode({ config, server }: Patient): Promise<Finding[]> {
  if (config === null) return [skipped("mode", "it cannot be told from this configuration")];
  const name = { mock: "Mock", twilio: "Twilio", gateway: "Gateway" }[config.mode];
  const differs = [
    ...(server && server.mode !== config.mode ? [`mode (${server.mode})`] : []),
    ...(server && (server.publicUrl ?? null) !== config.apiUrl
      ? [`AGENTPASS_API_URL (${server.publicUrl ?? "not set"})`]
      : []),
  ];
  if (differs.length === 0) return [ok("mode", `${name} mode: ${config.modeReason}`)];
  return [
    problem(
      "mode",
      `${name} mode is configured (${config.modeReason}), but the running server was started with another ${differs.join(" and ")}`,
      "Start the server again, so that it takes the present configuration.",
    ),
  ];
}

export async function checkServer({ server, api, access: found, silence }: Patient): Promise<Finding[]> {
  if (api === null)
    return [problem("server", silence, "Start it with pnpm start, or give an admin's key that holds.")];
  const url = found?.url ?? "";
  const readiness = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(10_000) });
  if (readiness.ok)
    return [
      ok("server", `runs on ${url}${server ? `, version ${server.version}, process ${server.pid}` : ""}`),
    ];
  const { reasons = [] } = (await readiness.json()) as { reasons?: string[] };
  return [
    problem("server", `answers, but is not ready: ${reasons.join(" ")}`, "Look into the server's log."),
  ];
}

export async function checkDataFolder({ dataFolder, isElsewhere }: Patient): Promise<Finding[]> {
  if (isElsewhere) return [skipped("data-folder", ELSEWHERE)];
  try {
    await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
    return [ok("data-folder", dataFolder)];
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return [
      problem(
        "data-folder",
        `${dataFolder} ${missing ? "is not there" : "cannot be read and written by this user"}`,
        missing
          ? "Start the server once (pnpm start), or set AGENTPASS_DATA_DIR to its folder."
          : "Run this as the user that runs the server, or let that user read and write the folder.",
      ),
    ];
  }
}

/** By itself, so also while the server is down. */
export async function checkDatabase({ config }: Patient): Promise<Finding[]> {
  if (config === null) return [skipped("database", "it cannot be found without a configuration")];
  const which = config.databaseUrl === null ? "embedded in the data folder" : "of DATABASE_URL";
  try {
    const { version } = await probeDatabase(config);
    return [ok("database", `PostgreSQL ${version}, ${which}, answers`)];
  } catch (error) {
    return [failed("database", `The one ${which} cannot be asked`, error)];
  }
}
