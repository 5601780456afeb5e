import { useState } from "react";
import { SelectField, TextField } from "../parts/field.tsx";
import { callTeam } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { FormDialog } from "./form-dialog.tsx";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.add;

/** As the server tells its own provider: by naming none. */
const OWN = "";

/** Takes one number into the pool: of the server's provider, or of a gateway. */
export function AddNumber({ onDone }: { onDone: () => void }): React.JSX.Element {
  const gateways = useTeamQuery("gateway.list", undefined);
  const [phoneNumber, setPhoneNumber] = useState("");
  const [provider, setProvider] = useState(OWN);
  const [sim, setSim] = useState("");
  const names = (gateways.data ?? []).map(({ name }) => name);
  const slot = sim.trim();
  return (
    <FormDialog
      words={texts.add}
      title={texts.addTitle}
      act={texts.addAct}
      onOpen={() => {
        setPhoneNumber("");
        setProvider(OWN);
        setSim("");
      }}
      run={() =>
        callTeam("number.add", {
          phoneNumber: phoneNumber.replace(/[\s().-]/g, ""),
          ...(provider === OWN ? {} : { provider }),
          ...(provider === OWN || slot === "" ? {} : { sim: Number(slot) }),
        })
      }
      done={(added) => texts.added(added.phoneNumber)}
      onDone={onDone}
    >
      <TextField
        label={texts.number}
        hint={texts.numberHint}
        value={phoneNumber}
        inputMode="tel"
        maxLength={30}
        onChange={setPhoneNumber}
        autoFocus
      />
      {names.length > 0 && (
        <SelectField
          label={texts.provider}
          value={provider}
          options={[{ value: OWN, label: texts.own }, ...names.map((name) => ({ value: name, label: name }))]}
          onChange={setProvider}
        />
      )}
      {provider !== OWN && (
        <TextField
          label={texts.sim}
          hint={texts.simHint}
          value={sim}
          inputMode="numeric"
          maxLength={1}
          onChange={setSim}
        />
      )}
    </FormDialog>
  );
}
