/** What the suite asks of a server made for it, which an honest server need not have. */
interface LeftOut {
  /** Names what is missing here. */
  reason: string;
  /** Scenarios, or single checks of one as "scenario:check". */
  of: readonly string[];
}

/** Everything of the conformance suite's server side that the bridge does not pass, and why. */
export const leftOut: readonly LeftOut[] = [
  {
    reason: "needs the suite's fixture tools (test_simple_text, test_image_content, …)",
    of: [
      "tools-call-simple-text",
      "tools-call-image",
      "tools-call-audio",
      "tools-call-embedded-resource",
      "tools-call-mixed-content",
      "tools-call-with-logging",
      "tools-call-error",
      "tools-call-with-progress",
      "tools-call-sampling",
      "tools-call-elicitation",
      "elicitation-sep1034-defaults",
      "elicitation-sep1330-enums",
      "server-sse-polling",
      "http-custom-header-server-validation",
      "input-required-result-basic-elicitation",
      "input-required-result-basic-sampling",
      "input-required-result-basic-list-roots",
      "input-required-result-request-state",
      "input-required-result-multiple-input-requests",
      "input-required-result-multi-round",
      "input-required-result-result-type",
      "input-required-result-tampered-state",
      "input-required-result-missing-input-response",
      "input-required-result-ignore-extra-params",
      "input-required-result-capability-check",
      "json-schema-2020-12",
      "server-stateless:sep-2575-server-rejects-undeclared-capability",
      "server-stateless:sep-2575-missing-capability-http-400",
      "server-stateless:sep-2575-http-server-no-independent-requests-on-stream",
      "server-stateless:sep-2575-server-no-log-without-loglevel",
    ],
  },
  {
    reason: "needs the suite's fixture resources and prompts (test://static-text, test_simple_prompt, …)",
    of: [
      "resources-read-text",
      "resources-read-binary",
      "resources-templates-read",
      "resources-subscribe",
      "resources-unsubscribe",
      "prompts-get-simple",
      "prompts-get-with-args",
      "prompts-get-embedded-resource",
      "prompts-get-with-image",
      "input-required-result-non-tool-request",
    ],
  },
  {
    reason: "the bridge has no log to set the level of",
    of: ["logging-set-level"],
  },
  {
    reason: "an optional extension of the protocol that the bridge does not offer",
    of: [
      "sep-2640-skills-directory",
      "sep-2640-skills-enumeration",
      "sep-2640-skills-manifest",
      "tasks-lifecycle",
      "tasks-capability-negotiation",
      "tasks-wire-fields",
      "tasks-request-state-removal",
      "tasks-mrtr-input",
      "tasks-request-headers",
      "tasks-dispatch-and-envelope",
      "tasks-status-notifications",
      "tasks-required-task-error",
      "tasks-mrtr-composition",
    ],
  },
];
