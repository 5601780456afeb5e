import { useState } from "react";
import { TextField } from "../parts/field.tsx";
import { callTeam } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { moneyText } from "./formats.ts";
import { FormDialog } from "./form-dialog.tsx";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.add;

/** Buys a number; what it costs a month stands beside the button that does it. */
export function BuyNumber({ onDone }: { onDone: () => void }): React.JSX.Element {
  const settings = useTeamQuery("settings.get", undefined);
  const [country, setCountry] = useState("US");
  const [area, setArea] = useState("");
  const [wrongArea, setWrongArea] = useState(false);
  const setting = (wanted: string) => settings.data?.find(({ name }) => name === wanted)?.value;
  const price = setting("pricePerNumberMonth");
  const currency = setting("currency");
  const estimate =
    typeof price === "number" && typeof currency === "string" ? moneyText(price, currency) : null;
  return (
    <FormDialog
      words={texts.buy}
      title={texts.buyTitle}
      act={texts.buyAct}
      onOpen={() => {
        setArea("");
        setWrongArea(false);
      }}
      run={() => {
        const code = area.trim();
        const valid = code === "" || /^[2-9]\d\d$/.test(code);
        setWrongArea(!valid);
        if (!valid) return null;
        return callTeam("number.provision", {
          country: country.trim().toUpperCase(),
          ...(code === "" ? {} : { areaCode: Number(code) }),
        });
      }}
      done={(bought) => (bought.status === "bought" ? texts.bought(bought.phoneNumber) : texts.buying)}
      onDone={onDone}
    >
      <p>{texts.cost(estimate)}</p>
      <TextField
        label={texts.country}
        hint={texts.countryHint}
        value={country}
        maxLength={2}
        onChange={setCountry}
      />
      <TextField
        label={texts.area}
        hint={texts.areaHint}
        value={area}
        inputMode="numeric"
        maxLength={3}
        onChange={setArea}
        problem={wrongArea ? texts.areaWrong : undefined}
      />
    </FormDialog>
  );
}
