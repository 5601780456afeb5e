import type { AppView } from "../../shared/app-state.ts";
import type { ClientView } from "../../shared/client-connections.ts";
import { QueryView } from "../parts/query-view.tsx";
import { Section } from "../parts/section.tsx";
import { EmptyState } from "../parts/states.tsx";
import { callMain } from "../parts/use-call.ts";
import { useQuery } from "../parts/use-query.ts";
import { ClientRow } from "./client-row.tsx";
import { clientTexts as words } from "./client-texts.ts";
import { OtherClient } from "./other-client.tsx";

/** The MCP clients of this computer, each with what connects it, and what a person pastes into any other. */
export function ClientsSection({ app }: { app: AppView }): React.JSX.Element {
  const clients = useQuery({ asked: "clients", ask: () => callMain("clients.list", undefined) });
  const show = (changed: ClientView | null): void => {
    if (changed) clients.change((list) => list.map((each) => (each.id === changed.id ? changed : each)));
    clients.reload();
  };
  return (
    <Section title={words.title}>
      <div className="stack">
        <p className="soft">{words.explain}</p>
        <QueryView query={clients} loading={words.loading}>
          {(list) => <Clients list={list} installers={app.installers} onChanged={show} />}
        </QueryView>
        <OtherClient bridge={app.bridge} isOpen={clients.data?.every(isAbsent) === true} />
      </div>
    </Section>
  );
}

interface ClientsProps {
  list: readonly ClientView[];
  installers: AppView["installers"];
  onChanged: (client: ClientView | null) => void;
}

function Clients({ list, installers, onChanged }: ClientsProps): React.JSX.Element {
  const absent = list.filter(isAbsent);
  return (
    <>
      {absent.length === list.length ? (
        <EmptyState title={words.empty} place="start">
          {words.emptyText}
        </EmptyState>
      ) : (
        <ul className="clients" aria-label={words.title}>
          {list
            .filter((client) => !isAbsent(client))
            .map((client) => (
              <ClientRow
                key={client.id}
                client={client}
                installer={installers.find((id) => id === client.id) ?? null}
                onChanged={onChanged}
              />
            ))}
        </ul>
      )}
      {absent.length > 0 && (
        <details className="fold">
          <summary>{words.absent(absent.length)}</summary>
          <div className="fold-content">
            <p>{absent.map(({ name }) => name).join(", ")}</p>
            <p className="soft">{words.absentText}</p>
          </div>
        </details>
      )}
    </>
  );
}

function isAbsent({ state }: ClientView): boolean {
  return state === "absent";
}
