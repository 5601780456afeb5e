/** Twilio, as far as tests need it: the same emulator that `pnpm agentpass twilio-emulator` starts for people. */
export { startTwilioEmulator, type TwilioEmulator } from "../../server/src/cli/twilio-emulator/emulator.ts";
