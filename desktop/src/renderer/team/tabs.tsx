import { useId, useRef, type ReactNode } from "react";

export interface Tab<Name extends string> {
  name: Name;
  label: string;
}

interface TabsProps<Name extends string> {
  /** What the tabs are of, for screen readers. */
  label: string;
  tabs: readonly Tab<Name>[];
  current: Name;
  onGo: (name: Name) => void;
  /** What the current tab shows. */
  children: ReactNode;
}

/** A row of tabs over what the chosen one shows. The arrow keys, Home and End walk along the row. */
export function Tabs<Name extends string>(props: TabsProps<Name>): React.JSX.Element {
  const { label, tabs, current, onGo, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex(({ name }) => name === current);
  const walk = (key: string): number | null => {
    switch (key) {
      case "ArrowRight":
        return (at + 1) % tabs.length;
      case "ArrowLeft":
        return (at - 1 + tabs.length) % tabs.length;
      case "Home":
        return 0;
      case "End":
        return tabs.length - 1;
      default:
        return null;
    }
  };
  return (
    <>
      <div
        className="tabs"
        role="tablist"
        aria-label={label}
        ref={list}
        onKeyDown={(event) => {
          const to = walk(event.key);
          const tab = to === null ? undefined : tabs[to];
          if (to === null || tab === undefined) return;
          event.preventDefault();
          onGo(tab.name);
          list.current?.querySelectorAll<HTMLElement>("[role=tab]")[to]?.focus();
        }}
      >
        {tabs.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="tab"
            className="tab"
            id={`${id}-${name}`}
            aria-selected={name === current}
            aria-controls={`${id}-panel`}
            tabIndex={name === current ? 0 : -1}
            onClick={() => onGo(name)}
          >
            {label}
          </button>
        ))}
      </div>
      <div className="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </>
  );
}
