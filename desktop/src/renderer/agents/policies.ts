import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import { texts } from "../texts.ts";

const order = ["allow", "ask_first", "ask"] as const satisfies ApprovalPolicy[];

/** How an agent may get its codes, as a person chooses it. */
export const policyOptions = order.map((value) => ({ value, label: texts.agents.policies[value] }));
