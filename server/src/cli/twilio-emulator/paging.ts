import { badParameter } from "./twilio-error.ts";

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 1000;

interface Listing<T> {
  /** The list's path, without its query. */
  path: string;
  query: Readonly<Record<string, string>>;
  /** In the order in which they are listed. */
  items: readonly T[];
  sidOf: (item: T) => string;
}

/**
 * One page as Twilio answers it: a page token names the last item of the page before, so that what comes meanwhile
 * moves nothing.
 */
export function pageOf<T>({ path, query, items, sidOf }: Listing<T>): { items: T[]; meta: object } {
  const size = wholeNumber(query, "PageSize", DEFAULT_PAGE);
  if (size < 1 || size > LARGEST_PAGE) throw badParameter("PageSize");
  const page = wholeNumber(query, "Page", 0);
  const token = query["PageToken"];
  const last = token === undefined ? -1 : items.findIndex((item) => `PA${sidOf(item)}` === token);
  if (token !== undefined && last < 0) throw badParameter("PageToken");
  const start = token === undefined ? page * size : last + 1;
  const shown = items.slice(start, start + size);
  const uri = (number: number, after?: T): string => {
    const { PageToken: _, ...rest } = query;
    const parameters = new URLSearchParams({ ...rest, PageSize: String(size), Page: String(number) });
    if (after !== undefined) parameters.set("PageToken", `PA${sidOf(after)}`);
    return `${path}?${parameters.toString()}`;
  };
  const end = shown.at(-1);
  return {
    items: shown,
    meta: {
      page,
      page_size: size,
      start,
      end: Math.max(start, start + shown.length - 1),
      uri: uri(page),
      first_page_uri: uri(0),
      next_page_uri: start + size < items.length && end !== undefined ? uri(page + 1, end) : null,
      previous_page_uri: page === 0 ? null : uri(page - 1),
    },
  };
}

function wholeNumber(query: Readonly<Record<string, string>>, name: string, fallback: number): number {
  const text = query[name];
  if (text === undefined) return fallback;
  if (!/^\d{1,6}$/.test(text)) throw badParameter(name);
  return Number(text);
}
