import { Button } from "../parts/button.tsx";
import { QueryView } from "../parts/query-view.tsx";
import { Section } from "../parts/section.tsx";
import { EmptyState, ProblemLine } from "../parts/states.tsx";
import { Table } from "../parts/table.tsx";
import { shortTime } from "../parts/times.ts";
import { useTeamCall } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { texts } from "../texts.ts";

const words = texts.agents;

/** The services whose codes an agent gets without a question, and what takes that back. */
export function AllowedServices(): React.JSX.Element {
  const services = useTeamQuery("approval.services", undefined);
  const forget = useTeamCall("approval.forgetService");
  return (
    <Section title={words.services}>
      <QueryView query={services} loading={words.servicesLoading}>
        {(list) => (
          <Table
            caption={words.services}
            rows={list}
            rowKey={({ agentId, service }) => `${agentId} ${service}`}
            empty={
              <EmptyState title={words.servicesEmpty} place="start">
                {words.servicesEmptyText}
              </EmptyState>
            }
            columns={[
              { key: "service", header: words.service, cell: ({ service }) => <bdi>{service}</bdi> },
              { key: "agent", header: words.agent, cell: ({ agentName }) => <bdi>{agentName}</bdi> },
              {
                key: "since",
                header: words.since,
                cell: ({ approvedAt }) => shortTime(approvedAt, Date.now()),
              },
              {
                key: "actions",
                header: "",
                align: "actions",
                cell: ({ agentId, agentName, service }) => (
                  <Button
                    look="quiet"
                    label={words.forgetFor(service, agentName)}
                    onPress={() => void forget.run({ agent: agentId, service }).then(services.reload)}
                  >
                    {words.forget}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </QueryView>
      <ProblemLine problem={forget.problem} />
    </Section>
  );
}
