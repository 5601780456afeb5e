import { agentRouter } from "./agent-router.ts";
import { alertRouter } from "./alert-router.ts";
import { approvalRouter } from "./approval-router.ts";
import { auditRouter } from "./audit-router.ts";
import { feedRouter } from "./feed-router.ts";
import { deviceRouter } from "./device-router.ts";
import { invitationRouter } from "./invitation-router.ts";
import { memberRouter } from "./member-router.ts";
import { pairingRouter } from "./pairing-router.ts";
import { teamRouter } from "./team-router.ts";
import { gatewayRouter } from "./gateway-router.ts";
import { keyRouter } from "./key-router.ts";
import { leaseRouter } from "./lease-router.ts";
import { messageRouter } from "./message-router.ts";
import { numberRouter } from "./number-router.ts";
import { serverRouter } from "./server-router.ts";
import { settingsRouter } from "./settings-router.ts";
import { usageRouter } from "./usage-router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  agent: agentRouter,
  alert: alertRouter,
  approval: approvalRouter,
  audit: auditRouter,
  feed: feedRouter,
  gateway: gatewayRouter,
  device: deviceRouter,
  invitation: invitationRouter,
  member: memberRouter,
  pairing: pairingRouter,
  team: teamRouter,
  key: keyRouter,
  lease: leaseRouter,
  message: messageRouter,
  number: numberRouter,
  server: serverRouter,
  settings: settingsRouter,
  usage: usageRouter,
});

export type AppRouter = typeof appRouter;
