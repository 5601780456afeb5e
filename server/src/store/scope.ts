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
