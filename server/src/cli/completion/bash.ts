import type { Step } from "./steps.ts";

/** For bash 4.2 and newer; it needs no bash-completion. */
export function bashScript(steps: readonly Step[]): string {
  const table = steps.map(
    ({ at, words, also }) =>
      `  [${quoted(at)}]=${quoted([...words.map(({ word }) => word), ...(also ? [`:${also}`] : [])].join(" "))}`,
  );
  return `# Completion of agentpass for bash. In ~/.bashrc: source <(agentpass completion bash)
declare -gA _agentpass_steps=(
${table.join("\n")}
)
_agentpass() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} at=agentpass word words=() i
  # bash takes --option=value for three words.
  if [[ $current == = ]]; then current=
  elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="$at \${COMP_WORDS[i]}"
    [[ \${COMP_WORDS[i]} != -* && -n \${_agentpass_steps[$word]:-} ]] && at=$word
  done
  word="$at $before"
  [[ $before == -* && -n \${_agentpass_steps[$word]:-} ]] && at=$word
  COMPREPLY=()
  for word in \${_agentpass_steps[$at]}; do
    case $word in
      :files) mapfile -t words < <(compgen -f -- "$current") ;;
      :value) ;;
      :*) [[ $current == -* ]] || mapfile -t words < <(agentpass completion "\${word#:}" 2>/dev/null) ;;
      -*) [[ $current == -* ]] && words+=("$word") ;;
      *) words+=("$word") ;;
    esac
  done
  # Not compgen -W: it would run what stands in a word.
  for word in "\${words[@]}"; do
    [[ $word == "$current"* ]] && COMPREPLY+=("$(printf %q "$word")")
  done
}
complete -F _agentpass agentpass
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
