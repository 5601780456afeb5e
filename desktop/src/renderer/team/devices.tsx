import type { TeamDevice } from "@agentpass/shared/device-api";
import { QueryView } from "../parts/query-view.tsx";
import { Section } from "../parts/section.tsx";
import { EmptyState } from "../parts/states.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { callTeam } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { Deed } from "./deed.tsx";
import { Distance, Moment } from "./moment.tsx";
import { Rename } from "./rename.tsx";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.devices;

/** Everybody's devices. */
export function Devices(): React.JSX.Element {
  const devices = useTeamQuery("device.list", {});
  return (
    <Section title={texts.title}>
      <QueryView query={devices} loading={texts.loading}>
        {(list) => (
          <Table
            caption={texts.caption}
            rows={list}
            rowKey={({ id }) => id}
            columns={columnsWith(devices.reload)}
            empty={
              <EmptyState title={texts.empty} place="start">
                {texts.emptyText}
              </EmptyState>
            }
          />
        )}
      </QueryView>
    </Section>
  );
}

function columnsWith(onDone: () => void): Column<TeamDevice>[] {
  return [
    {
      key: "name",
      header: teamTexts.name,
      cell: ({ name, you }) => (
        <>
          <bdi>{name}</bdi> {you && <span className="soft">{texts.you}</span>}
        </>
      ),
    },
    { key: "member", header: teamTexts.member, cell: ({ memberName }) => <bdi>{memberName}</bdi> },
    { key: "platform", header: texts.platform, cell: ({ platform }) => <bdi>{platform}</bdi> },
    { key: "since", header: teamTexts.since, cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { key: "used", header: teamTexts.lastUsed, cell: ({ lastUsedAt }) => <Distance at={lastUsedAt} /> },
    {
      key: "deeds",
      header: "",
      align: "actions",
      cell: (device) => (
        <div className="row-deeds">
          <Rename
            name={device.name}
            run={(name) => callTeam("device.rename", { device: device.id, name })}
            onDone={onDone}
          />
          <RemoveDevice {...{ device, onDone }} />
        </div>
      ),
    },
  ];
}

function RemoveDevice({ device, onDone }: { device: TeamDevice; onDone: () => void }): React.JSX.Element {
  const { id, name, memberName, you } = device;
  return (
    <Deed
      words={texts.remove}
      label={texts.removeOf(name)}
      confirmation={{
        title: texts.removeTitle(name, memberName),
        consequences: [you ? texts.removeThis : texts.removeText],
        act: texts.remove,
        danger: true,
      }}
      run={() => callTeam("device.remove", { device: id })}
      done={(removed) => texts.removed(removed.name)}
      onDone={onDone}
    />
  );
}
