import type { ClientView, VerifyCheck } from "../../shared/client-connections.ts";
import { ProblemLine } from "../parts/states.tsx";
import { clientTexts as words } from "./client-texts.ts";
import { verdict, type Deed, type Told } from "./use-client.ts";

interface ClientToldProps {
  client: ClientView;
  short: (text: string) => string;
  told: Told | null;
  working: Deed | null;
}

/** What is being done with a client, and what came of it, under its line. */
export function ClientTold(props: ClientToldProps): React.JSX.Element | null {
  const { told, working, short } = props;
  const { name } = props.client;
  if (told?.what === "problem")
    return <ProblemLine problem={{ ...told.problem, message: short(told.problem.message) }} />;
  if (told === null && working === null) return null;
  return (
    <div className="client-told">
      {told?.what === "connected" && <Connected {...told} short={short} />}
      {told?.what === "checked" && <Checks checks={told.checks} short={short} />}
      {told?.what === "checked" && told.isOver && (
        <p className="client-verdict">{verdict(told.checks, name)}</p>
      )}
      {told?.what === "disconnected" && <p>{words.disconnected(name)}</p>}
      {told?.what === "installing" && <p>{words.installed(name)}</p>}
      {working && <p className="soft">{words.working[working]}</p>}
    </div>
  );
}

interface ConnectedProps extends Pick<ClientToldProps, "short"> {
  backup: string | null;
  next: string;
}

function Connected({ backup, next, short }: ConnectedProps): React.JSX.Element {
  return (
    <>
      <p className="selectable">
        {next} {words.firstCall}
      </p>
      {backup && (
        <p className="soft small">
          {words.backup} <bdi className="mono selectable">{short(backup)}</bdi>
        </p>
      )}
    </>
  );
}

interface ChecksProps extends Pick<ClientToldProps, "short"> {
  checks: readonly VerifyCheck[];
}

function Checks({ checks, short }: ChecksProps): React.JSX.Element {
  return (
    <ol className="checks">
      {checks.map(({ name, ok, detail }) => (
        <li key={name} className={ok ? "check-result" : "check-result check-failed"}>
          <span className="check-mark" aria-hidden="true">
            {ok ? "✓" : "✕"}
          </span>
          <div className="check-words">
            <p>
              <span className="unseen">{ok ? words.passed : words.failed} </span>
              {name}
            </p>
            <p className="check-detail selectable">{short(detail)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
