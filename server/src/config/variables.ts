/** Every environment variable that the server and its commands read; product.md explains each. */
const plainVariables = [
  "AGENTPASS_API_URL",
  "AGENTPASS_DATA_DIR",
  "AGENTPASS_ENV_FILE",
  "AGENTPASS_LOG_LEVEL",
  "AGENTPASS_MODE",
  "AGENTPASS_TRUSTED_PROXIES",
  "HOST",
  "METRICS_PORT",
  "NODE_ENV",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "PORT",
  "TWILIO_ACCOUNT_SID",
  "TWILIO_API_BASE_URL",
  "TWILIO_PHONE_NUMBERS",
] as const;

/** These also come from a file named by `NAME_FILE`, and their values are never printed. */
const secretVariables = [
  "AGENTPASS_API_KEY",
  "AGENTPASS_MASTER_KEY",
  "ALERT_WEBHOOK_URL",
  "DATABASE_URL",
  "METRICS_KEY",
  "NATS_URL",
  "OTEL_EXPORTER_OTLP_HEADERS",
  "TWILIO_AUTH_TOKEN",
  "WEBHOOK_SECRET",
] as const;

export type SecretVariable = (typeof secretVariables)[number];
export type Variable = (typeof plainVariables)[number] | SecretVariable;

/** The names a person may have meant, `NAME_FILE` forms included. */
const knownNames: readonly string[] = [
  ...plainVariables,
  ...secretVariables,
  ...secretVariables.map((name) => `${name}_FILE`),
];

export function isSecretVariable(name: Variable): name is SecretVariable {
  return (secretVariables as readonly string[]).includes(name);
}

/**
 * One hint for each name that looks like ours and is not: every unknown `AGENTPASS_…`, and a `TWILIO_…` or
 * `WEBHOOK_…` one or two letters off (others of those belong to other programs).
 */
export function hintsOnUnknownNames(names: Iterable<string>): string[] {
  const hints: string[] = [];
  for (const name of new Set(names)) {
    if (knownNames.includes(name) || !/^(AGENTPASS|TWILIO|WEBHOOK)_/.test(name)) continue;
    const { nearest, distance } = nearestName(name);
    if (distance <= (name.startsWith("AGENTPASS_") ? 4 : 2))
      hints.push(`${name} is not a variable of AgentPass SMS and is ignored; did you mean ${nearest}?`);
    else if (name.startsWith("AGENTPASS_"))
      hints.push(`${name} is not a variable of AgentPass SMS and is ignored; .env.example lists them all.`);
  }
  return hints;
}

function nearestName(name: string): { nearest: string; distance: number } {
  let best = { nearest: "", distance: Infinity };
  for (const known of knownNames) {
    const distance = editDistance(name, known);
    if (distance < best.distance) best = { nearest: known, distance };
  }
  return best;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
