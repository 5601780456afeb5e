/** Second-level labels under which names are registered: "co" of co.uk is no service. */
const REGISTRY_LABELS = new Set(["ac", "co", "com", "edu", "gob", "gov", "ne", "net", "or", "org"]);

/**
 * The name by which two ways of writing a service are compared: "accounts.google.com", "Google" and "GOOGLE.COM"
 * all give "google".
 */
export function serviceName(text: string): string {
  const host =
    text
      .trim()
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, "")
      .split(/[/:?#]/)[0] ?? "";
  const labels = host.split(".").filter((label) => label !== "");
  const isDomain = labels.length > 1 && /^[a-z]{2,}$/.test(labels.at(-1) ?? "") && !/\s/.test(host);
  const name = isDomain ? registeredLabel(labels) : host;
  return name.replace(/[^\p{L}\p{N}]/gu, "");
}

function registeredLabel(labels: readonly string[]): string {
  const second = labels.at(-2) ?? "";
  return labels.length > 2 && REGISTRY_LABELS.has(second) ? (labels.at(-3) ?? second) : second;
}

/** Whether both name the same service: "Google Voice" and "google" do, as people and senders abbreviate. */
export function sameService(left: string, right: string): boolean {
  const [a, b] = [serviceName(left), serviceName(right)];
  if (a === b) return true;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return shorter.length >= 3 && longer.includes(shorter);
}
