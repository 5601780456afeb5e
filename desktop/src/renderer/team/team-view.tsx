import { useCallback, useContext, useMemo, useState } from "react";
import { Banner } from "../parts/marks.tsx";
import { ConnectedSince } from "../parts/use-team-query.ts";
import type { SignedInState } from "../signed-in-state.ts";
import { AgentsSection } from "./agents-section.tsx";
import { AuditSection } from "./audit-section.tsx";
import { LeasesSection } from "./leases-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import { PoolSection } from "./pool-section.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { Tabs } from "./tabs.tsx";
import { TeamContext } from "./team-context.ts";
import { teamTexts } from "./team-texts.ts";
import { UsageSection } from "./usage-section.tsx";
import { useTicks } from "./use-ticks.ts";

const sections = {
  pool: PoolSection,
  leases: LeasesSection,
  people: PeopleSection,
  agents: AgentsSection,
  usage: UsageSection,
  audit: AuditSection,
  settings: SettingsSection,
} as const;
/** A device hears at once of its own member's leases and of changes of the team; of others' leases and messages it does not. */
const REFRESH_MS = 30_000;

type SectionName = keyof typeof sections;

const tabs = (Object.keys(sections) as SectionName[]).map((name) => ({
  name,
  label: teamTexts.sections[name],
}));

/** What admins see of their team, and do with it. */
export function TeamView({ state }: { state: SignedInState }): React.JSX.Element {
  const [current, setCurrent] = useState<SectionName>("pool");
  const [said, setSaid] = useState("");
  const since = useContext(ConnectedSince);
  const ticks = useTicks(REFRESH_MS);
  const connected = state.connection.state === "connected";
  const say = useCallback((text: string) => setSaid(text), []);
  const { role } = state.account;
  const team = useMemo(() => ({ connected, role, say }), [connected, role, say]);
  const Shown = sections[current];
  return (
    <TeamContext value={team}>
      {/* Both only count up, so their sum is another one whenever one is: then all is asked for again. */}
      <ConnectedSince value={since + ticks}>
        {!connected && <Banner tone="warn">{teamTexts.offline}</Banner>}
        <Tabs
          label={teamTexts.tabs}
          tabs={tabs}
          current={current}
          onGo={(name) => {
            setCurrent(name);
            setSaid("");
          }}
        >
          <p className="team-said" role="status">
            {said}
          </p>
          <Shown key={current} />
        </Tabs>
      </ConnectedSince>
    </TeamContext>
  );
}
