/** A number that could be leased now. */
export interface FreeNumber {
  id: string;
  e164: string;
  country: string | null;
  /** When its last lease ended; null: never leased. Epoch milliseconds. */
  lastEndedAt: number | null;
  /** Services it has been used with, as `serviceName` writes them, and by whom. */
  history: readonly { service: string; memberId: string }[];
  /** Members to whom an admin allows it whatever others used it for. */
  consents: readonly string[];
}

export interface Wish {
  memberId: string;
  service: string | null;
  country: string | null;
  /** Whether numbers with other members' history need an admin's consent. */
  consentNeeded: boolean;
}

/**
 * The best number for a wish: never one that another member used with the same service (its account there is
 * theirs, and no consent changes that), one never used with the service before any other, then the one that has rested longest.
 */
export function chooseNumber(numbers: readonly FreeNumber[], wish: Wish): FreeNumber | null {
  const allowed = numbers.filter(
    (number) => (wish.country === null || number.country === wish.country) && isAllowed(number, wish),
  );
  const rank = (number: FreeNumber) =>
    [usedWith(number, wish.service) ? 1 : 0, number.lastEndedAt ?? 0] as const;
  return (
    allowed.toSorted((left, right) => {
      const [a, b] = [rank(left), rank(right)];
      return a[0] - b[0] || a[1] - b[1] || (left.e164 < right.e164 ? -1 : 1);
    })[0] ?? null
  );
}

function isAllowed(number: FreeNumber, wish: Wish): boolean {
  const byOthers = number.history.filter((use) => use.memberId !== wish.memberId);
  const consented = !wish.consentNeeded || number.consents.includes(wish.memberId);
  if (byOthers.length > 0 && !consented) return false;
  return !byOthers.some((use) => use.service === wish.service);
}

const usedWith = (number: FreeNumber, service: string | null): boolean =>
  service !== null && number.history.some((use) => use.service === service);
