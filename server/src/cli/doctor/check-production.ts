import { readdir, stat, statfs } from "node:fs/promises";
import path from "node:path";
import type { Config } from "../../config/config.ts";
import { repositoryRoot } from "../../config/read-environment.ts";
import { durationText } from "../../domain/duration.ts";
import { teamSettings } from "../../domain/team-settings.ts";
import { probeDatabase } from "../../start/probe-database.ts";
import { failed, ok, problem, skipped, type Finding } from "./finding.ts";
import type { Patient } from "./patient.ts";

/** A message's holder is decided with this margin (semantics.md): clocks that differ more give codes to nobody. */
const MOST_SKEW_MS = 30_000;
const LEAST_FREE_BYTES = 1024 ** 3;
const LONGEST_RETENTION_MS = 7 * 86_400_000;

/** What the environment must hold in production. */
export async function checkProductionSettings({ config, environment }: Patient): Promise<Finding[]> {
  if (config === null) return [skipped("https", "the configuration does not tell it")];
  const { apiUrl, databaseUrl, masterKeys, webhookSecret, dataFolder, mode } = config;
  return [
    mode !== "mock"
      ? ok("mode", "real numbers are used")
      : problem(
          "mode",
          "mock mode serves simulated numbers only",
          "Set the TWILIO_ variables, or AGENTPASS_MODE=gateway for SMS gateways only.",
        ),
    apiUrl?.startsWith("https://")
      ? ok("https", `${apiUrl} is encrypted on its way`)
      : problem(
          "https",
          `the public address is ${apiUrl ?? "not set"}, not https: codes and keys would travel in the clear`,
          "Put a proxy with a certificate before the server, and set AGENTPASS_API_URL to its https address.",
        ),
    environment.get("NODE_ENV") === "production"
      ? ok("node-env", "NODE_ENV is production")
      : problem("node-env", "NODE_ENV is not production", "Set NODE_ENV=production."),
    masterKeys === null
      ? problem(
          "master-key",
          `the only copy of the master key that is known here lies beside what it encrypts, in ${dataFolder}`,
          "Keep a copy elsewhere (a secret store), and give it as AGENTPASS_MASTER_KEY_FILE; or accept this with: --accept master-key",
        )
      : ok(
          "master-key",
          "AGENTPASS_MASTER_KEY is given; keep a copy of it apart from the database's backups",
        ),
    databaseUrl === null
      ? problem(
          "backups",
          `the database lies in ${dataFolder}, and nothing here backs it up`,
          "Run pnpm agentpass backup every day (docs/backup.md) and say so with: --accept backups; or set DATABASE_URL to a PostgreSQL that is backed up",
        )
      : ok("backups", "DATABASE_URL is set; its backups are its operator's"),
    webhookSecret === null
      ? problem(
          "webhook-secret",
          "the webhook has no second factor besides Twilio's signature",
          "Set WEBHOOK_SECRET and run: pnpm agentpass doctor --fix; or accept this with: --accept webhook-secret",
        )
      : ok("webhook-secret", "WEBHOOK_SECRET is set"),
    checkAlerts(config),
  ];
}

/** Whether anybody would hear of a failure. */
function checkAlerts({ alertWebhookUrl, metricsPort, metricsKey }: Config): Finding {
  if (alertWebhookUrl !== null)
    return ok("alerts", "ALERT_WEBHOOK_URL is set; try it: pnpm agentpass alerts test");
  if (metricsPort !== null || metricsKey !== null)
    return ok(
      "alerts",
      "metrics can be scraped; the rules for Prometheus are in server/monitoring/alerts.yml",
    );
  return problem(
    "alerts",
    "nobody would hear of a failure, an empty pool or a used-up budget",
    "Set ALERT_WEBHOOK_URL to a chat's incoming webhook, or METRICS_PORT or METRICS_KEY for Prometheus (docs/operations.md); or accept this with: --accept alerts",
  );
}

/** Secrets that others can read, in the data folder and in `.env`. */
export async function checkFileModes({ dataFolder, isElsewhere }: Patient): Promise<Finding[]> {
  if (isElsewhere || process.platform === "win32") return [skipped("file-modes", "they cannot be seen here")];
  const open: string[] = [];
  const look = async (file: string, forbidden: number): Promise<void> => {
    const { mode } = await stat(file).catch(() => ({ mode: 0 }));
    if ((mode & forbidden) !== 0) open.push(file);
  };
  await look(dataFolder, 0o022);
  await look(path.join(repositoryRoot, ".env"), 0o077);
  for (const name of await readdir(dataFolder).catch(() => []))
    if (/key|credentials|\.jsonl$/.test(name)) await look(path.join(dataFolder, name), 0o077);
  if (open.length === 0) return [ok("file-modes", "secrets are readable by this user only")];
  return [
    problem(
      "file-modes",
      `other users can read or change ${open.join(", ")}`,
      `Run: chmod go-rwx ${open.join(" ")}`,
    ),
  ];
}

export async function checkDiskSpace(
  { dataFolder, isElsewhere }: Patient,
  leastFree = LEAST_FREE_BYTES,
): Promise<Finding[]> {
  if (isElsewhere) return [skipped("disk-space", "the server is on another machine")];
  try {
    const { bavail, bsize } = await statfs(dataFolder);
    const free = bavail * bsize;
    const shown = `${(free / 1024 ** 3).toFixed(1)} GiB are free in ${dataFolder}`;
    return [
      free >= leastFree
        ? ok("disk-space", shown)
        : problem("disk-space", shown, "Make room: a full disk stops the database, and with it the webhook."),
    ];
  } catch (error) {
    return [failed("disk-space", "It cannot be told", error)];
  }
}

/** What the team has set: what may be bought, and how long texts are kept. */
export async function checkTeamSettings({ api }: Patient): Promise<Finding[]> {
  if (api === null)
    return [
      skipped("budget", "the server does not answer"),
      skipped("retention", "the server does not answer"),
    ];
  const entries = (await api.settings.get.query()).map(({ name, value }) => [name, value] as const);
  const { autoProvision, maxNumbers, purchasesPerDay, bodyRetentionMs } = teamSettings.parse(
    Object.fromEntries(entries),
  );
  const most = maxNumbers === null ? "two numbers beyond the configured ones" : `${maxNumbers} numbers`;
  const kept = durationText(bodyRetentionMs);
  return [
    !autoProvision
      ? ok("budget", "numbers are bought by admins only (autoProvision is off)")
      : purchasesPerDay <= 10 && (maxNumbers === null || maxNumbers <= 100)
        ? ok("budget", `at most ${most} and ${purchasesPerDay} purchases a day are bought without asking`)
        : problem(
            "budget",
            `up to ${most} and ${purchasesPerDay} purchases a day may be bought without asking`,
            "Lower them: pnpm agentpass settings set purchasesPerDay 2, or accept this with: --accept budget",
          ),
    bodyRetentionMs <= LONGEST_RETENTION_MS
      ? ok("retention", `texts are erased after ${kept}`)
      : problem(
          "retention",
          `texts are kept for ${kept}`,
          "Shorten it: pnpm agentpass settings set bodyRetentionMs 24h, or accept this with: --accept retention",
        ),
  ];
}

/** Our clock against the database's and Twilio's. */
export async function checkClock(
  { config, twilio }: Patient,
  now: () => number = Date.now,
): Promise<Finding[]> {
  if (config === null) return [skipped("clock", "there is nothing to compare it with")];
  const ahead: [string, number][] = [];
  await probeDatabase(config).then(
    ({ aheadMs }) => ahead.push(["the database's", Date.now() + aheadMs - now()]),
    () => {},
  );
  if (twilio !== null) {
    const time = await twilioTime(config.twilio?.apiBaseUrl ?? "https://api.twilio.com");
    if (time !== null) ahead.push(["Twilio's", time - now()]);
  }
  if (ahead.length === 0) return [skipped("clock", "neither database nor Twilio tells the time now")];
  const off = ahead.filter(([, ms]) => Math.abs(ms) > MOST_SKEW_MS);
  const shown = ahead.map(([whose, ms]) => `${whose} by ${Math.round(Math.abs(ms) / 1000)} s`).join(", ");
  if (off.length === 0) return [ok("clock", `it differs from ${shown}`)];
  return [
    problem(
      "clock",
      `it differs from ${shown}; codes may be taken for expired, or for nobody's`,
      "Let this machine set its clock (timedatectl set-ntp true).",
    ),
  ];
}

/** By the Date header, which has whole seconds. Any answer has one, a refusal too. */
async function twilioTime(base: string): Promise<number | null> {
  try {
    const response = await fetch(base, { method: "HEAD", signal: AbortSignal.timeout(5000) });
    const date = Date.parse(response.headers.get("date") ?? "");
    return Number.isNaN(date) ? null : date + 500;
  } catch {
    return null;
  }
}

export async function checkAudit({ api }: Patient): Promise<Finding[]> {
  if (api === null) return [skipped("audit", "the server does not answer")];
  try {
    let checked = 0;
    for (let after = 0; ;) {
      const report = await api.audit.verify.query({ after, heads: [] });
      checked += report.checked;
      if (report.fault !== null)
        return [
          problem(
            "audit",
            `the record is not what the server wrote: entry ${report.fault.seq}: ${report.fault.fault}`,
            "Somebody changed the database behind the server. Keep a copy, and compare with a backup.",
          ),
        ];
      if (report.done) return [ok("audit", `the record is whole: ${checked} entries`)];
      after = report.last;
    }
  } catch (error) {
    return [failed("audit", "The record cannot be verified", error)];
  }
}
