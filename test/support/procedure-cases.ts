/**
 * Every procedure of the API with an input that names things of one owner. The model test of access
 * (server/src/rpc/access-model.test.ts) calls each as everybody, and fails for one that has no case here.
 */
import { randomBytes } from "node:crypto";
import { newRequestId } from "./test-store.ts";
import type { Named } from "./access-world.ts";

export interface ProcedureCase {
  /** An input as a caller would give it, naming things of this owner's; undefined: the procedure takes none. */
  input: (of: Named) => unknown;
  /** Ends or changes what other cases need, so that it gets a world of its own. */
  spoils?: true;
  /** Why another team's thing may be told from one that does not exist. */
  tellsApart?: string;
}

const none: ProcedureCase = { input: () => undefined };
const phone = (of: Named) => ({ phoneNumber: of.number });
const agent = (of: Named) => ({ agent: of.agent });
const secret = () => randomBytes(32).toString("base64url");
const newName = () => `new ${randomBytes(4).toString("hex")}`;

export const procedureCases: Record<string, ProcedureCase> = {
  "agent.getNumber": { input: () => ({}) },
  "agent.openWait": {
    input: (of) => ({ requestId: newRequestId(), timeoutMs: 0, mode: "peek", ...phone(of) }),
  },
  "agent.settleWait": { input: (of) => ({ requestId: of.request, action: "park" }) },
  "agent.touchWaits": { input: (of) => ({ requestIds: [of.request] }) },
  "agent.listMessages": { input: phone },
  "agent.listNumbers": none,
  "agent.releaseNumber": { input: phone, spoils: true },
  "agent.create": { input: (of) => ({ name: newName(), member: of.member }) },
  "agent.list": none,
  "agent.rename": { input: (of) => ({ ...agent(of), name: newName() }), spoils: true },
  "agent.setLimits": { input: (of) => ({ ...agent(of), maxLeases: 5 }) },
  "agent.setPolicy": { input: (of) => ({ ...agent(of), policy: "allow" }) },
  "agent.pause": { input: agent, spoils: true },
  "agent.resume": { input: agent },
  "agent.remove": { input: agent, spoils: true },
  "alert.list": none,
  "alert.test": none,
  "approval.list": none,
  "approval.answer": { input: (of) => ({ id: of.question, decision: "deny" }), spoils: true },
  "approval.services": none,
  "approval.forgetService": { input: (of) => ({ ...agent(of), service: "github" }) },
  "audit.list": { input: (of) => ({ subject: of.agent }) },
  "audit.export": { input: (of) => ({ who: of.member, format: "jsonl" }) },
  "audit.verify": none,
  "device.list": { input: (of) => ({ member: of.member }) },
  "device.remove": { input: (of) => ({ device: of.device }), spoils: true },
  "device.rename": { input: (of) => ({ device: of.device, name: newName() }) },
  "feed.live": { input: () => ({ lastEventId: "0a0b0c0d:0:00000000" }) },
  "gateway.add": {
    input: () => ({ name: `phone-${randomBytes(4).toString("hex")}`, kind: "android-sms-gateway" }),
  },
  "gateway.list": none,
  "gateway.remove": { input: (of) => ({ name: of.gateway }), spoils: true },
  "gateway.rotateSecret": { input: (of) => ({ name: of.gateway }) },
  "gateway.test": { input: (of) => ({ name: of.gateway, body: "Your code is 482913" }) },
  "invitation.accept": {
    input: () => ({ secret: secret(), name: newName(), deviceName: "laptop", platform: "linux" }),
  },
  "invitation.create": { input: () => ({ name: newName(), role: "member" }) },
  "invitation.list": none,
  "invitation.revoke": { input: (of) => ({ invitation: of.lease }) },
  "key.confirm": { input: (of) => ({ ids: [of.key] }) },
  "key.create": { input: (of) => ({ kind: "agent", name: newName(), member: of.member }) },
  "key.list": { input: (of) => ({ holder: of.agent }) },
  "key.revoke": { input: (of) => ({ id: of.key }), spoils: true },
  "key.rotate": { input: (of) => ({ id: of.key }), spoils: true },
  "lease.end": { input: (of) => ({ id: of.lease }), spoils: true },
  "lease.list": { input: phone },
  "member.leave": { ...none, spoils: true },
  "member.list": none,
  "member.remove": { input: (of) => ({ member: of.member }), spoils: true },
  "member.rename": { input: () => ({ name: newName() }), spoils: true },
  "member.setRole": { input: (of) => ({ member: of.member, role: "member" }), spoils: true },
  "message.list": { input: phone },
  "message.markUsed": { input: (of) => ({ id: of.message }), spoils: true },
  "message.open": { input: (of) => ({ id: of.message }) },
  "message.receipt": { input: (of) => ({ id: of.message }) },
  "number.add": {
    input: phone,
    spoils: true,
    tellsApart: "a number is in one pool only, and one that is in none is added",
  },
  "number.consent": { input: (of) => ({ ...phone(of), member: of.member }) },
  "number.history": { input: phone },
  "number.import": { input: () => ({ dryRun: true }) },
  "number.lift": { input: phone },
  "number.list": { input: (of) => ({ agent: of.agent }) },
  "number.provision": { input: () => ({ country: "US" }) },
  "number.quarantine": { input: phone, spoils: true },
  "number.release": { input: phone, spoils: true },
  "number.resume": { input: phone, spoils: true },
  "number.retire": { input: phone, spoils: true },
  "number.share": { input: (of) => ({ ...phone(of), member: of.member }) },
  "number.state": none,
  "number.suspend": { input: phone, spoils: true },
  "pairing.approve": { input: () => ({ userCode: "BCDF-GHJK" }) },
  "pairing.deny": { input: () => ({ userCode: "BCDF-GHJK" }) },
  "pairing.look": { input: () => ({ userCode: "BCDF-GHJK" }) },
  "pairing.poll": { input: () => ({ deviceCode: secret() }) },
  "pairing.start": { input: () => ({ deviceName: "laptop", platform: "linux" }) },
  "server.hello": none,
  "settings.get": none,
  "settings.set": { input: () => ({ change: { purchasesPerDay: 3 } }) },
  "team.rename": { input: () => ({ name: newName() }) },
  "team.show": none,
  "usage.get": { input: () => ({ by: "agent" }) },
};
