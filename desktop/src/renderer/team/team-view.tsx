import { QueryView } from "../parts/query-view.tsx";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { texts } from "../texts.ts";

/** What admins see of their team. */
export function TeamView(): React.JSX.Element {
  const team = useTeamQuery("team.show", undefined);
  return (
    <QueryView query={team} loading={texts.team.loading}>
      {({ name }) => <p>{name}</p>}
    </QueryView>
  );
}
