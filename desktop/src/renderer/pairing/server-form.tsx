import { useState } from "react";
import type { ConnectionView } from "../../shared/app-state.ts";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";

interface ServerFormProps {
  typed: string;
  onTyped: (typed: string) => void;
  connection: ConnectionView;
}

/** The first screen: which server. */
export function ServerForm({ typed, onTyped, connection }: ServerFormProps): React.JSX.Element {
  const begin = useCall("pairing.begin");
  const [empty, setEmpty] = useState(false);
  const submit = (): void => {
    const server = typed.trim();
    setEmpty(server === "");
    if (server !== "") void begin.run({ server });
  };
  const refusal = connection.state === "refused" ? connection.problem : null;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!begin.busy) submit();
      }}
    >
      <ProblemLine problem={refusal} />
      <p className="soft">{texts.pairing.explain}</p>
      <TextField
        label={texts.pairing.server}
        hint={texts.pairing.serverHint}
        placeholder={texts.pairing.placeholder}
        problem={empty ? texts.pairing.serverMissing : begin.problem?.message}
        inputMode="url"
        maxLength={2000}
        autoFocus
        value={typed}
        onChange={onTyped}
      />
      <div className="row">
        <Button type="submit" look="primary" busy={begin.busy} onPress={() => {}}>
          {texts.pairing.continue}
        </Button>
      </div>
    </form>
  );
}
