import type { E164 } from "@agentpass/shared/phone-number";

export type NumberKind = "Local" | "Mobile" | "TollFree";

export interface NumberForSale {
  phoneNumber: E164;
  country: string;
  kind: NumberKind;
  /** Of the US and Canada. */
  areaCode: string | null;
  locality: string | null;
  region: string | null;
}

interface Range {
  country: string;
  kind: NumberKind;
  /** Two digits follow. */
  prefix: string;
  locality?: string;
  region?: string;
}

/** Ranges kept for fiction (555-01xx in North America; Ofcom's in the United Kingdom): nobody's real number is sold. */
const ranges: readonly Range[] = [
  { country: "US", kind: "Local", prefix: "+141555501", locality: "San Francisco", region: "CA" },
  { country: "US", kind: "Local", prefix: "+121255501", locality: "New York", region: "NY" },
  { country: "US", kind: "Local", prefix: "+131255501", locality: "Chicago", region: "IL" },
  { country: "US", kind: "TollFree", prefix: "+180055501" },
  { country: "CA", kind: "Local", prefix: "+141655501", locality: "Toronto", region: "ON" },
  { country: "GB", kind: "Local", prefix: "+4411349600", locality: "Leeds" },
  { country: "GB", kind: "Mobile", prefix: "+4477009000" },
];

export interface Search {
  country: string;
  kind: NumberKind;
  areaCode: string | null;
  /** As Twilio's `Contains`: `*` is any digit. */
  contains: string | null;
}

/** What is for sale. Twilio reserves nothing for who looks, so two buyers can find the same number. */
export interface Inventory {
  /** Null: the country does not have this kind. */
  search(search: Search): NumberForSale[] | null;
  /** Whether it is for sale at all. */
  find(phoneNumber: string): NumberForSale | null;
  /** From now on nothing is for sale, or everything again. */
  sellOut(isSoldOut: boolean): void;
}

export function createInventory(isTaken: (phoneNumber: string) => boolean): Inventory {
  let soldOut = false;
  const all = ranges.flatMap(numbersOf);
  const free = (): NumberForSale[] => (soldOut ? [] : all.filter((number) => !isTaken(number.phoneNumber)));
  return {
    search({ country, kind, areaCode, contains }) {
      if (!ranges.some((range) => range.country === country && range.kind === kind)) return null;
      const pattern = contains === null ? null : new RegExp(contains.replaceAll("*", "\\d"));
      return free().filter(
        (number) =>
          number.country === country &&
          number.kind === kind &&
          (areaCode === null || number.areaCode === areaCode) &&
          (pattern?.test(number.phoneNumber) ?? true),
      );
    },
    find: (phoneNumber) => free().find((number) => number.phoneNumber === phoneNumber) ?? null,
    sellOut: (isSoldOut) => void (soldOut = isSoldOut),
  };
}

function numbersOf({ country, kind, prefix, locality = "", region = "" }: Range): NumberForSale[] {
  return Array.from({ length: 100 }, (_, index) => ({
    phoneNumber: `${prefix}${String(index).padStart(2, "0")}` as E164,
    country,
    kind,
    areaCode: prefix.startsWith("+1") ? prefix.slice(2, 5) : null,
    locality: locality || null,
    region: region || null,
  }));
}
