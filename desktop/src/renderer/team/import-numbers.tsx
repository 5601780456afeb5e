import type { ImportedNumbers } from "@agentpass/shared/number-api";
import { useState } from "react";
import { Button } from "../parts/button.tsx";
import { QueryView } from "../parts/query-view.tsx";
import { callTeam } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { Deed } from "./deed.tsx";
import { Sheet } from "./sheet.tsx";
import { useTeam } from "./team-context.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.add;

/** Shows which of the account's numbers are not in the pool, and takes them in. */
export function ImportNumbers({ onDone }: { onDone: () => void }): React.JSX.Element {
  const { connected } = useTeam();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button disabled={!connected} onPress={() => setOpen(true)}>
        {texts.import}
      </Button>
      {open && (
        <Sheet title={texts.importTitle} onClose={() => setOpen(false)}>
          <Candidates
            onDone={() => {
              setOpen(false);
              onDone();
            }}
          />
        </Sheet>
      )}
    </>
  );
}

function Candidates({ onDone }: { onDone: () => void }): React.JSX.Element {
  const found = useTeamQuery("number.import", { dryRun: true });
  return (
    <QueryView query={found} loading={texts.importLoading}>
      {({ numbers, left }) => (
        <>
          {numbers.length === 0 ? <p>{texts.importNone}</p> : <ToTake numbers={numbers} />}
          {left.length > 0 && <Left left={left} />}
          {numbers.length > 0 && (
            <div className="row">
              <Deed
                look="primary"
                words={texts.importAct(numbers.length)}
                confirmation={null}
                run={() => callTeam("number.import", { dryRun: false })}
                done={(imported) => texts.imported(imported.numbers.length)}
                onDone={onDone}
              />
              <span className="soft">{texts.importCost}</span>
            </div>
          )}
        </>
      )}
    </QueryView>
  );
}

function ToTake({ numbers }: Pick<ImportedNumbers, "numbers">): React.JSX.Element {
  return (
    <ul className="stack-tight">
      {numbers.map(({ phoneNumber, friendlyName, webhook }) => (
        <li key={phoneNumber}>
          <span className="numeric selectable">{phoneNumber}</span>{" "}
          <span className="soft">
            <bdi>{friendlyName}</bdi>
            {webhook === "elsewhere" && ` ${texts.elsewhere}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Left({ left }: Pick<ImportedNumbers, "left">): React.JSX.Element {
  return (
    <section className="stack-tight">
      <h3>{texts.left}</h3>
      <ul className="stack-tight">
        {left.map(({ phoneNumber, reason }) => (
          <li key={phoneNumber}>
            <span className="numeric selectable">{phoneNumber}</span> <span className="soft">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
