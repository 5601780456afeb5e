import { useEffect, useState } from "react";
import type { InboxMessage } from "../../shared/app-state.ts";
import { useAnnounce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";
import { messageTitle } from "./message-words.ts";

/** How long "Copied" stands, in milliseconds. */
const SHOWN_MS = 2_500;

/** What copies a message's code, says so, and says when the clipboard is cleared. */
export function useCopyCode(message: InboxMessage) {
  const copy = useCall("inbox.copy");
  const announce = useAnnounce();
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const run = async (): Promise<void> => {
    const result = await copy.run({ id: message.id });
    if (!result.ok) return announce(result.problem.message);
    setCopied((times) => times + 1);
    announce(texts.inbox.copied(result.value.clearsAfterSeconds));
  };
  return { run, busy: copy.busy, problem: copy.problem, copied: copied > 0 };
}

interface CopyCodeProps {
  message: InboxMessage;
  copy: ReturnType<typeof useCopyCode>;
  tabIndex: number;
}

/** The button that does it. */
export function CopyCode({ message, copy, tabIndex }: CopyCodeProps): React.JSX.Element {
  return (
    <Button
      tabIndex={tabIndex}
      busy={copy.busy}
      label={copy.copied ? texts.parts.copied : texts.inbox.copyFor(messageTitle(message))}
      onPress={() => void copy.run()}
    >
      <span className="copy-word">{copy.copied ? texts.parts.copied : texts.parts.copy}</span>
    </Button>
  );
}
