import { useRef } from "react";
import type { AppView } from "../../shared/app-state.ts";
import type { ClientId, ClientView } from "../../shared/client-connections.ts";
import { QueryView } from "../parts/query-view.tsx";
import { Section } from "../parts/section.tsx";
import { EmptyState } from "../parts/states.tsx";
import { callMain } from "../parts/use-call.ts";
import { useQuery } from "../parts/use-query.ts";
import { ClientRow } from "./client-row.tsx";
import { clientTexts as words } from "./client-texts.ts";
import { OtherClient } from "./other-client.tsx";
import { shortPaths } from "./short-paths.ts";

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
          {(list) => <Clients list={list} app={app} onChanged={show} />}
        </QueryView>
        <OtherClient bridge={app.bridge} isOpen={clients.data?.every(isAbsent) === true} />
      </div>
    </Section>
  );
}

interface ClientsProps {
  list: readonly ClientView[];
  app: AppView;
  onChanged: (client: ClientView | null) => void;
}

function Clients({ list, app, onChanged }: ClientsProps): React.JSX.Element {
  const shown = useRef(new Set<ClientId>());
  for (const client of list) if (!isAbsent(client)) shown.current.add(client.id);
  // What was shown stays, with what it told, also when Disconnect took the last trace of it.
  const absent = list.filter(({ id }) => !shown.current.has(id));
  return (
    <>
      {absent.length === list.length ? (
        <EmptyState title={words.empty} place="start">
          {words.emptyText}
        </EmptyState>
      ) : (
        <ul className="clients" aria-label={words.title}>
          {list
            .filter(({ id }) => shown.current.has(id))
            .map((client) => (
              <ClientRow
                key={client.id}
                client={client}
                installer={app.installers.find((id) => id === client.id) ?? null}
                short={(text) => shortPaths(text, app)}
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
