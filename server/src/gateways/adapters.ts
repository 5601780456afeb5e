import type { GatewayKind } from "@agentpass/shared/gateway-api";
import type { GatewayAdapter } from "./adapter.ts";
import { androidSmsGateway } from "./android-sms-gateway.ts";
import { httpSms } from "./httpsms.ts";
import { textBee } from "./textbee.ts";

/** Every kind of gateway. */
export const gatewayAdapters: Readonly<Record<GatewayKind, GatewayAdapter>> = {
  "android-sms-gateway": androidSmsGateway,
  httpsms: httpSms,
  textbee: textBee,
};
