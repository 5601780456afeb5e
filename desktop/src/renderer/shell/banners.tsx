import type { AppState } from "../../shared/app-state.ts";
import { Button } from "../parts/button.tsx";
import { Banner } from "../parts/marks.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";

/** What stands above every view: why the connection fails, what waits for an answer, that AgentPass is paused, notices. */
export function Banners({ state }: { state: AppState }): React.JSX.Element {
  return (
    <div>
      <ConnectionBanner state={state} />
      {state.openQuestions > 0 && <QuestionsBanner count={state.openQuestions} />}
      {state.settings.paused && <PausedBanner />}
      {state.notices.map((notice) => (
        <Banner key={notice.id} tone="warn">
          {notice.text}
        </Banner>
      ))}
    </div>
  );
}

function ConnectionBanner({ state: { connection, account } }: { state: AppState }) {
  const pair = useCall("pairing.begin");
  const { state } = connection;
  if (state === "reconnecting" && connection.problem)
    return <Banner tone="warn">{connection.problem.message}</Banner>;
  if (state === "outdated") return <Banner tone="bad">{connection.problem.message}</Banner>;
  if (state !== "refused" || account === null) return null;
  const again = (
    <Button busy={pair.busy} onPress={() => void pair.run({ server: account.server })}>
      {texts.connection.pairAgain}
    </Button>
  );
  return (
    <>
      <Banner tone="bad" actions={again}>
        {connection.problem.message}
      </Banner>
      <ProblemLine problem={pair.problem} />
    </>
  );
}

function QuestionsBanner({ count }: { count: number }): React.JSX.Element {
  const show = useCall("questions.show");
  return (
    <Banner actions={<Button onPress={() => void show.run(undefined)}>{texts.shell.answer}</Button>}>
      {texts.shell.questions(count)}
    </Banner>
  );
}

function PausedBanner(): React.JSX.Element {
  const change = useCall("settings.change");
  return (
    <Banner
      tone="warn"
      actions={
        <Button busy={change.busy} onPress={() => void change.run({ paused: false })}>
          {texts.shell.resume}
        </Button>
      }
    >
      {texts.shell.paused}
    </Banner>
  );
}
