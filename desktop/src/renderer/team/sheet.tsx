import { useEffect, useId, useRef, type ReactNode } from "react";
import { Button } from "../parts/button.tsx";
import { teamTexts } from "./team-texts.ts";

interface SheetProps {
  title: string;
  children: ReactNode;
  onClose: () => void;
}

/** Everything about one thing, over the list that it is in. Drawn only while it is open; Escape closes it. */
export function Sheet({ title, children, onClose }: SheetProps): React.JSX.Element {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        // React passes on what a dialog within this one was told.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        <Button onPress={onClose}>{teamTexts.close}</Button>
      </div>
      <div className="stack">{children}</div>
    </dialog>
  );
}
