import { asE164 } from "./phone-number.ts";

/**
 * The form in which senders are compared: E.164 numbers without punctuation, short codes as their digits,
 * alphanumeric ids in lower case (carriers change their case, TS 23.040 gives it no meaning).
 */
export function normaliseSender(sender: string): string {
  const trimmed = sender.trim();
  const compact = trimmed.replace(/[\s().-]/g, "");
  const e164 = asE164(compact);
  if (e164) return e164;
  if (/^\d{3,8}$/.test(compact)) return compact;
  if (/^\d{9,15}$/.test(compact)) return asE164(`+${compact}`) ?? compact;
  return trimmed.toLowerCase();
}
