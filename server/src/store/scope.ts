import { sql, type RawBuilder } from "kysely";
import type { Scope } from "../domain/access.ts";

/** The condition that a row, whose agent's id stands in `column`, is in a viewer's scope. */
export function inScope(scope: Scope, column: string): RawBuilder<boolean> {
  const agentId = sql.ref(column);
  switch (scope.of) {
    case "team":
      return sql`true`;
    case "member":
      return sql`${agentId} in (select id from agents where member_id = ${scope.memberId})`;
    case "agent":
      return sql`${agentId} = ${scope.agentId}`;
  }
}

/** The condition that a message is in a viewer's scope: one of its agents', or stored for a number since it was shared. */
export function messageInScope(scope: Scope): RawBuilder<boolean> {
  const ofAgent = inScope(scope, "messages.agent_id");
  if (scope.of !== "member") return ofAgent;
  return sql`(${ofAgent} or exists (select from number_shares where number_shares.team_id = messages.team_id
    and number_shares.number_id = messages.number_id and number_shares.member_id = ${scope.memberId}
    and number_shares.created_at <= messages.stored_at))`;
}
