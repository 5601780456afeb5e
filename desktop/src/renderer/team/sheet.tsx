import { useId, type ReactNode } from "react";
import { Button } from "../parts/button.tsx";
import { Modal } from "../parts/modal.tsx";
import { teamTexts } from "./team-texts.ts";

interface SheetProps {
  title: string;
  children: ReactNode;
  onClose: () => void;
}

/** Everything about one thing, over the list that it is in. Drawn only while it is open; Escape closes it. */
export function Sheet({ title, children, onClose }: SheetProps): React.JSX.Element {
  const id = useId();
  return (
    <Modal labelledBy={id} look="sheet" onCancel={onClose}>
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        <Button onPress={onClose}>{teamTexts.close}</Button>
      </div>
      <div className="stack">{children}</div>
    </Modal>
  );
}
