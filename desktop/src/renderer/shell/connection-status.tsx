import type { ConnectionView } from "../../shared/app-state.ts";
import { Button } from "../parts/button.tsx";
import { clockTime } from "../parts/times.ts";
import { useCall } from "../parts/use-call.ts";
import { useNow } from "../parts/use-now.ts";
import { texts } from "../texts.ts";

const marks: Record<ConnectionView["state"], "good" | "warn" | "bad" | "none"> = {
  signed_out: "none",
  connecting: "warn",
  connected: "good",
  reconnecting: "warn",
  refused: "bad",
  outdated: "bad",
};

/** Where the connection stands, in words and as a mark; always in sight. */
export function ConnectionStatus({ connection }: { connection: ConnectionView }): React.JSX.Element {
  return (
    <section className="connection" aria-label={texts.connection.label}>
      <span className={`connection-mark connection-mark-${marks[connection.state]}`} aria-hidden="true" />
      {connection.state === "reconnecting" ? (
        <Reconnecting {...connection} />
      ) : (
        <p role="status">{texts.connection[connection.state]}</p>
      )}
    </section>
  );
}

interface ReconnectingProps {
  retryAt: number;
  offlineSince: number;
}

function Reconnecting({ retryAt, offlineSince }: ReconnectingProps): React.JSX.Element {
  const now = useNow();
  const retry = useCall("connection.retry");
  const seconds = Math.max(0, Math.ceil((retryAt - now) / 1000));
  return (
    <>
      <div>
        <p role="status">{texts.connection.offlineSince(clockTime(offlineSince))}</p>
        <p className="soft">{seconds > 0 ? texts.connection.retryIn(seconds) : texts.connection.trying}</p>
      </div>
      <Button look="quiet" busy={retry.busy} onPress={() => void retry.run(undefined)}>
        {texts.connection.retryNow}
      </Button>
    </>
  );
}
