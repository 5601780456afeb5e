import type { GrantedNumber } from "@agentpass/shared/number-api";
import { fail } from "@agentpass/shared/problem";
import type { AdminViewer } from "../domain/access.ts";
import { membersCalled } from "../store/members-called.ts";
import { deleteGrant, insertGrant, type Grant } from "../store/number-grants.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { requireNumber } from "./change-number.ts";
import { requireLiveKey } from "./require-live-key.ts";

interface GrantWish {
  phoneNumber: string;
  /** Name or id. */
  member: string;
  /** False takes it back. */
  granted: boolean;
}

interface Words {
  grant: Grant;
  given: `number.${string}`;
  taken: `number.${string}`;
  has: string;
}

const consent: Words = {
  grant: "number_consents",
  given: "number.consent_given",
  taken: "number.consent_taken_back",
  has: "may have",
};

const share: Words = {
  grant: "number_shares",
  given: "number.shared",
  taken: "number.unshared",
  has: "sees the messages of",
};

/**
 * Lets a member's agents have a number that other members have used, or not any more. Never for a service that
 * another member used it with; a lease that has begun goes on.
 */
export const consentToNumber = (store: Store, viewer: AdminViewer, wish: GrantWish): Promise<GrantedNumber> =>
  changeGrant(store, viewer, { wish, words: consent });

/** Lets a member's devices see what is stored for a number from now on, or not any more. */
export const shareNumber = (store: Store, viewer: AdminViewer, wish: GrantWish): Promise<GrantedNumber> =>
  changeGrant(store, viewer, { wish, words: share });

async function changeGrant(
  store: Store,
  viewer: AdminViewer,
  { wish, words }: { wish: GrantWish; words: Words },
): Promise<GrantedNumber> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer, "admin");
    const number = await requireNumber(team, wish.phoneNumber);
    const member = await requireMember(team, wish.member);
    const rows = { numberId: number.id, memberId: member.id };
    const changed = await (wish.granted ? insertGrant : deleteGrant)(team, words.grant, rows);
    if (!changed)
      fail(
        "conflict",
        `member: ${member.name} ${wish.granted ? "already" : "no longer or never"} ${words.has} ${number.phoneNumber}.`,
        { field: "member" },
      );
    team.emit({ type: "number.changed", numberId: number.id });
    team.record(viewer, {
      action: wish.granted ? words.given : words.taken,
      subject: { type: "number", id: number.id },
      after: { memberId: member.id },
    });
    return {
      phoneNumber: number.phoneNumber,
      memberId: member.id,
      memberName: member.name,
      granted: wish.granted,
    };
  });
}

async function requireMember(team: LockedTeam, nameOrId: string): Promise<{ id: string; name: string }> {
  const [member, ...others] = await membersCalled(team.trx, nameOrId);
  if (!member)
    return fail("not_found", `member: there is no member "${nameOrId}"; see: pnpm agentpass member list`, {
      field: "member",
    });
  if (others.length > 0)
    return fail(
      "conflict",
      `member: ${others.length + 1} members are called "${nameOrId}"; name one by its id: ${[member, ...others].map(({ id }) => id).join(", ")}`,
      { field: "member" },
    );
  return member;
}
