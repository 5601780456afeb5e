import type { ClientView, VerifyCheck } from "../../shared/client-connections.ts";
import { ProblemLine } from "../parts/states.tsx";
import { clientTexts as words } from "./client-texts.ts";
import { verdict, type Deed, type Told } from "./use-client.ts";

interface ClientToldProps {
  client: ClientView;
  told: Told | null;
  working: Deed | null;
}

/** What is being done with a client, and what came of it, under its line. */
export function ClientTold({ client: { name }, told, working }: ClientToldProps): React.JSX.Element | null {
  if (told?.what === "problem") return <ProblemLine problem={told.problem} />;
  if (told === null && working === null) return null;
  return (
    <div className="client-told">
      {told?.what === "connected" && <Connected {...told} />}
      {told?.what === "checked" && <Checks checks={told.checks} />}
      {told?.what === "checked" && told.isOver && <p>{verdict(told.checks, name)}</p>}
      {told?.what === "disconnected" && <p>{words.disconnected(name)}</p>}
      {told?.what === "installing" && <p>{words.installed(name)}</p>}
      {working && <p className="soft">{words.working[working]}</p>}
    </div>
  );
}

function Connected({ backup, next }: { backup: string | null; next: string }): React.JSX.Element {
  return (
    <>
      <p className="selectable">
        {next} {words.firstCall}
      </p>
      {backup && (
        <p className="soft small">
          {words.backup} <bdi className="mono selectable">{backup}</bdi>
        </p>
      )}
    </>
  );
}

function Checks({ checks }: { checks: readonly VerifyCheck[] }): React.JSX.Element {
  return (
    <ol className="checks">
      {checks.map(({ name, ok, detail }) => (
        <li key={name} className={ok ? "check-result" : "check-result check-failed"}>
          <span className="check-mark" aria-hidden="true">
            {ok ? "✓" : "✕"}
          </span>
          <div>
            <p>
              <span className="unseen">{ok ? words.passed : words.failed} </span>
              {name}
            </p>
            <p className="check-detail small selectable">{detail}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
