import { AddNumber } from "./add-number.tsx";
import { BuyNumber } from "./buy-number.tsx";
import { ImportNumbers } from "./import-numbers.tsx";

interface AddNumbersProps {
  /** Whether this server can buy at a provider. */
  buys: boolean;
  onDone: () => void;
}

/** The ways in which numbers come into the pool. */
export function AddNumbers({ buys, onDone }: AddNumbersProps): React.JSX.Element {
  return (
    <div className="row">
      <AddNumber onDone={onDone} />
      {buys && <ImportNumbers onDone={onDone} />}
      {buys && <BuyNumber onDone={onDone} />}
    </div>
  );
}
