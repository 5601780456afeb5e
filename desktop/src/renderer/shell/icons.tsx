import type { WindowView } from "../../shared/ipc-contract.ts";

/** Drawn for the project on a grid of 16. */
const paths: Record<WindowView, string> = {
  inbox: "M2 9.5h3.2l1 2h3.6l1-2H14M2 9.5v3h12v-3M2 9.5 4.2 3.5h7.6L14 9.5",
  agents: "M3.5 5.5h9v7h-9zM8 5.5v-3M6.2 8.6v.8M9.8 8.6v.8M1.5 8v2.5M14.5 8v2.5",
  team: "M6 7.2a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6M1.8 13c.2-2.4 1.8-3.8 4.2-3.8s4 1.4 4.2 3.8M10.4 3a2 2 0 0 1 0 3.8M12 9.6c1.4.5 2.1 1.7 2.2 3.4",
  settings:
    "M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M10.7 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4M5.2 13.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4",
};

/** The picture of a view; its name stands beside it. */
export function ViewIcon({ view }: { view: WindowView }): React.JSX.Element {
  return (
    <svg className="nav-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[view]} />
    </svg>
  );
}
