export interface DomainBound {
  code: string;
  domain: string;
}

// https://wicg.github.io/sms-one-time-codes/ : "@host #code" with one space. Hosts are DNS names of at most 253 characters.
const HOST_AND_CODE = /(?:^|\s)@([A-Za-z0-9][A-Za-z0-9.-]{0,252}) #([^#\s]{1,64})/u;

/**
 * Reads the line that binds a code to a domain. The format asks for it last in the message; Chromium takes it
 * anywhere, Safari only at the start of the last line. Here: at the start of a line with any code, and elsewhere
 * only with a code that holds a digit, because "see @shop.com #sale" is how people write to each other.
 */
export function findDomainLine(body: string): DomainBound | null {
  if (!body.includes("@") || !body.includes(" #")) return null;
  const lines = body.split(/[\r\n\u2028\u2029]+/u);
  for (let index = lines.length - 1; index >= 0; index--) {
    const found = readLine(lines[index] ?? "");
    if (found) return found;
  }
  return null;
}

function readLine(line: string): DomainBound | null {
  const match = HOST_AND_CODE.exec(line);
  if (!match) return null;
  const [, host = "", code = ""] = match;
  const domain = host.toLowerCase();
  if (domain !== "localhost" && !isDomain(domain)) return null;
  return match.index === 0 || /\d/u.test(code) ? { code, domain } : null;
}

function isDomain(host: string): boolean {
  const labels = host.split(".");
  return (
    labels.length > 1 &&
    labels.every(
      (label) => label.length > 0 && label.length <= 63 && !label.startsWith("-") && !label.endsWith("-"),
    )
  );
}
