/** Why a number cannot be given back to its provider, with what to do instead; null where it can. */
export function whyNotReturnable({
  phoneNumber,
  provider,
}: {
  phoneNumber: string;
  provider: string;
}): string | null {
  if (provider === "twilio") return null;
  const whose =
    provider === "mock" ? "a simulated number" : `a number of "${provider}", which takes none back`;
  return `phoneNumber: ${phoneNumber} is ${whose}, so there is nothing to give back to Twilio; take it out of use with: pnpm agentpass number retire ${phoneNumber}`;
}
