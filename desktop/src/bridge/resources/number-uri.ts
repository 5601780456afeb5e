/** The resource template, as RFC 6570 has it. */
export const messagesTemplate = "sms://numbers/{number}/messages";

export const messagesUri = (phoneNumber: string): string => messagesTemplate.replace("{number}", phoneNumber);

/** The number whose messages a URI names, with its plus sign as it is or escaped; null where it names none. */
export function numberOfUri(uri: string): string | null {
  const [, digits] = /^sms:\/\/numbers\/(?:\+|%2B)([1-9]\d{6,14})\/messages$/i.exec(uri) ?? [];
  return digits === undefined ? null : `+${digits}`;
}
