import { useEffect, useRef } from "react";
import type { InboxMessage } from "../../shared/app-state.ts";
import { Select } from "../parts/field.tsx";
import { texts } from "../texts.ts";
import { choices, type InboxFilter } from "./filter-messages.ts";

interface InboxFiltersProps {
  messages: readonly InboxMessage[];
  filter: InboxFilter;
  onChange: (filter: InboxFilter) => void;
}

/** Search and choices by agent and service. `/` and Ctrl+F focus the search, Escape empties it. */
export function InboxFilters({ messages, filter, onChange }: InboxFiltersProps): React.JSX.Element {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (document.querySelector("dialog[open]") || !asksForSearch(event)) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
  const agents = messages.map(({ agentName }) => agentName);
  const services = messages.map(({ service }) => service);
  return (
    <search className="inbox-filters">
      <input
        ref={search}
        className="input inbox-search"
        type="search"
        aria-label={texts.inbox.searchHint}
        aria-keyshortcuts="/ Control+F"
        placeholder={texts.inbox.search}
        value={filter.search}
        onChange={({ target }) => onChange({ ...filter, search: target.value })}
        onKeyDown={({ key }) => {
          if (key === "Escape") onChange({ ...filter, search: "" });
        }}
      />
      <Select
        label={texts.inbox.agentFilter}
        value={filter.agent}
        options={withAll(texts.inbox.allAgents, choices(agents, filter.agent))}
        onChange={(agent) => onChange({ ...filter, agent })}
      />
      <Select
        label={texts.inbox.serviceFilter}
        value={filter.service}
        options={withAll(texts.inbox.allServices, choices(services, filter.service))}
        onChange={(service) => onChange({ ...filter, service })}
      />
    </search>
  );
}

function withAll(all: string, names: readonly string[]): { value: string; label: string }[] {
  return [{ value: "", label: all }, ...names.map((name) => ({ value: name, label: name }))];
}

function asksForSearch(event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key === "f";
  const writing = event.target instanceof Element && event.target.matches("input, textarea, select");
  return event.key === "/" && !writing;
}
