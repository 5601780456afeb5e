import { Devices } from "./devices.tsx";
import { Invitations } from "./invitations.tsx";
import { LetInDevice } from "./let-in-device.tsx";
import { Members } from "./members.tsx";

/** The people of the team, what lets others in, and their devices. */
export function PeopleSection(): React.JSX.Element {
  return (
    <>
      <LetInDevice />
      <Members />
      <Invitations />
      <Devices />
    </>
  );
}
