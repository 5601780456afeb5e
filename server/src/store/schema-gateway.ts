/** Tables of SMS gateways. */
import type { GatewayKind } from "@agentpass/shared/gateway-api";
import type { OptionalTime, Time } from "./column-types.ts";

export interface GatewaysTable {
  team_id: string;
  id: string;
  name: string;
  kind: GatewayKind;
  created_at: Time;
  removed_at: OptionalTime;
}

export interface GatewaySecretsTable {
  team_id: string;
  id: string;
  gateway_id: string;
  master_key_id: string;
  sealed: Buffer;
  created_at: Time;
  expires_at: OptionalTime;
}
