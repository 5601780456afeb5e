/** The one channel of each direction; apart from the contract so that the preload script stays a few lines. */
export const CALL_CHANNEL = "agentpass.call";
export const EVENT_CHANNEL = "agentpass.event";
