import type { AccountView, ConnectionView } from "../../shared/app-state.ts";
import type { WindowView } from "../../shared/ipc-contract.ts";
import { texts } from "../texts.ts";
import { ConnectionStatus } from "./connection-status.tsx";
import { ViewIcon } from "./icons.tsx";

interface SidebarProps {
  account: AccountView;
  connection: ConnectionView;
  views: readonly WindowView[];
  current: WindowView;
  onGo: (view: WindowView) => void;
}

/** Who one is, the views, and the connection. */
export function Sidebar({ account, connection, views, current, onGo }: SidebarProps): React.JSX.Element {
  return (
    <header className="sidebar">
      <div className="sidebar-who">
        <p className="sidebar-team">{account.team}</p>
        <p className="soft small">{account.memberName}</p>
      </div>
      <nav className="nav" aria-label={texts.shell.views}>
        {views.map((view, at) => (
          <button
            key={view}
            type="button"
            className="nav-item"
            aria-current={view === current ? "page" : undefined}
            aria-keyshortcuts={`Control+${at + 1}`}
            onClick={() => onGo(view)}
          >
            <ViewIcon view={view} />
            {texts.shell.viewNames[view]}
          </button>
        ))}
      </nav>
      <ConnectionStatus connection={connection} />
    </header>
  );
}
