/** How the ids begin of messages that try a gateway out; no phone and no service makes such ones. */
export const TEST_MESSAGE = "agentpass-test-";

/** Whether a message never was an SMS, which is shown wherever the message is. */
export function isSimulated({
  provider,
  providerMessageId,
}: {
  provider: string;
  providerMessageId: string;
}): boolean {
  return provider === "mock" || providerMessageId.startsWith(TEST_MESSAGE);
}
