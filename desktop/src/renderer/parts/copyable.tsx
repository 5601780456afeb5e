import { useRef, useState } from "react";
import { texts } from "../texts.ts";
import { useAnnounce } from "./announce.tsx";
import { Button } from "./button.tsx";

interface CopyableProps {
  /** A command or a piece of a settings file, never a code: those main copies, and clears again. */
  text: string;
  /** What the button is for, e.g. "Copy the command". */
  label: string;
}

/** Text to be pasted elsewhere, with a button that copies it. */
export function Copyable({ text, label }: CopyableProps): React.JSX.Element {
  const element = useRef<HTMLPreElement>(null);
  const announce = useAnnounce();
  const [said, setSaid] = useState("");
  const copy = (): void => {
    const done = element.current !== null && copyText(element.current);
    setSaid(done ? texts.parts.copied : texts.parts.notCopied);
    announce(done ? texts.parts.copied : texts.parts.notCopied);
  };
  return (
    <div>
      <div className="command">
        <pre className="command-text selectable" ref={element} tabIndex={0} aria-label={label}>
          {text}
        </pre>
        <Button label={label} onPress={copy}>
          {texts.parts.copy}
        </Button>
      </div>
      <p className="soft small">{said}</p>
    </div>
  );
}

/** Selects and copies: the asynchronous clipboard needs a permission, and windows of the app get none. */
function copyText(element: HTMLElement): boolean {
  getSelection()?.selectAllChildren(element);
  return document.execCommand("copy");
}
