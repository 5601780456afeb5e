/**
 * The words of one language. Each field is one text with a word or phrase between commas; line breaks are free.
 * Case and accents do not matter. `word` stands alone, `word*` begins a word, `*word` ends one, `*word*` is anywhere
 * in one. In scripts without spaces every entry matches anywhere.
 */
export interface Language {
  /** BCP 47. */
  tag: string;
  name: string;
  /** Announce a one-time code by themselves: "verification code", "OTP". */
  strong?: string;
  /** Nouns that may mean any code: "code", "PIN", "password". */
  code?: string;
  /** What such a code is for: "verify", "sign in", "one-time", "security". Beside a `code` word they make it strong. */
  act?: string;
  /** Turn a code into something else: "promo", "pickup", "postal". Also whole words: "barcode", "coupon". */
  other?: string;
  /** Labels of numbers that are no code, by what they are. */
  reference?: string;
  account?: string;
  card?: string;
  /** Numbers to call or to text: "call", "hotline", "text STOP to". */
  phone?: string;
  /** The reader's own number: "mobile no". Rules out only what is as long as a phone number. */
  mobile?: string;
  amount?: string;
  /** What is left on an account: a message that tells it reports something done, and holds a code rarely. */
  balance?: string;
  date?: string;
  /** Units of money, before or after a number. */
  currency?: string;
  /** What is counted, after a number: "points", "people". */
  counted?: string;
  /** Words of advertising. */
  promo?: string;
  /** "never share", "do not tell". */
  warn?: string;
  /** Whom not to tell, where the word ends the warning: "anyone", "others". */
  others?: string;
  /** "no code needed", "without". */
  negation?: string;
  /** Between an announcing word and its code: "is", "is:". */
  copula?: string;
  /** "use", "enter", before a code. */
  enter?: string;
  /** "valid for", "expires in". */
  expiry?: string;
  old?: string;
  fresh?: string;
  second?: string;
  minute?: string;
  hour?: string;
  day?: string;
  /** Number words that occur in expiry times. */
  numbers?: Readonly<Record<string, number>>;
}

export type WordKind = Exclude<keyof Language, "tag" | "name" | "numbers">;
