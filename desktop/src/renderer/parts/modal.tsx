import { useEffect, useRef, type ReactNode } from "react";

interface ModalProps {
  /** The id of its heading. */
  labelledBy: string;
  /** A look besides the dialog's own. */
  look?: string;
  children: ReactNode;
  onCancel: () => void;
}

/** What lies over the window until it is answered. Drawn only while it is open; Escape cancels, and the focus goes back. */
export function Modal({ labelledBy, look, children, onCancel }: ModalProps): React.JSX.Element {
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
      className={look === undefined ? "dialog" : `dialog ${look}`}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        // React passes on what a dialog within this one was told.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onCancel();
      }}
    >
      {children}
    </dialog>
  );
}
