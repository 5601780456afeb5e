/** What models call an argument when they do not look at the schema; each was seen or is a near miss. */
const meant: Record<string, string> = {
  number: "phone_number",
  phone: "phone_number",
  to: "phone_number",
  msisdn: "phone_number",
  timeoutms: "timeout",
  timeoutmillis: "timeout",
  waitms: "timeout",
  sender: "from",
  senders: "from",
  body: "sms_body",
  sms: "sms_body",
  text: "sms_body",
  message: "sms_body",
  regex: "match",
  pattern: "match",
  contains: "body_contains",
  domain: "service",
  website: "service",
  passport: "passport_id",
  agentid: "passport_id",
  id: "passport_id",
  countrycode: "country",
  count: "limit",
  cursor: "before",
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, "");

/** The known argument that an unknown name probably means, or null. */
export function meantArgument(name: string, known: readonly string[]): string | null {
  const spelled = known.find((candidate) => plain(candidate) === plain(name));
  if (spelled !== undefined) return spelled;
  const guess = meant[plain(name)];
  return guess !== undefined && known.includes(guess) ? guess : null;
}
