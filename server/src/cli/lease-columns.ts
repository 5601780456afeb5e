import type { LeaseEntry } from "@agentpass/shared/number-api";
import { localTime, type Column } from "./print-table.ts";

export const leaseColumns: Column<LeaseEntry>[] = [
  { title: "NUMBER", value: (lease) => lease.phoneNumber },
  { title: "AGENT", value: (lease) => lease.agentName, cut: true },
  { title: "PASSPORT", value: (lease) => lease.passportId, cut: true },
  { title: "STARTED", value: (lease) => localTime(lease.startedAt) },
  { title: "LAST USED", value: (lease) => localTime(lease.lastUsedAt) },
  { title: "ENDED", value: (lease) => localTime(lease.endedAt) },
  { title: "BY", value: (lease) => lease.endReason },
  { title: "ID", value: (lease) => lease.id },
];
