import type { Step } from "./steps.ts";

/** For zsh 5, sourced after compinit or as a file `_agentpass` in $fpath. */
export function zshScript(steps: readonly Step[]): string {
  const table = steps.map(({ at, words, also }) => {
    const lines = words.map(
      ({ word, description }) => `${word.replaceAll(":", String.raw`\:`)}:${description}`,
    );
    return `  ${quoted(at)} ${quoted([...lines, ...(also ? [`:${also}`] : [])].join("\n"))}`;
  });
  return `#compdef agentpass
# Completion of agentpass for zsh. In ~/.zshrc, after compinit: source <(agentpass completion zsh)
typeset -gA _agentpass_steps
_agentpass_steps=(
${table.join("\n")}
)
_agentpass() {
  local at=agentpass word step also
  for word in "\${(@)words[2,CURRENT-1]}"; do
    step="$at $word"
    [[ $word != -* && -n \${_agentpass_steps[$step]} ]] && at=$step
  done
  step="$at \${words[CURRENT-1]}"
  [[ \${words[CURRENT-1]} == -* && -n \${_agentpass_steps[$step]} ]] && at=$step
  local -a lines=("\${(@f)_agentpass_steps[$at]}")
  also=\${(M)lines:#:*}
  lines=(\${lines:#:*})
  if [[ $PREFIX == -* ]]; then lines=(\${(M)lines:#-*}); else lines=(\${lines:#-*}); fi
  case $also in
    :files) _files ;;
    :value|'') ;;
    *) [[ $PREFIX == -* ]] || compadd -- "\${(@f)$(agentpass completion \${also#:} 2>/dev/null)}" ;;
  esac
  (( \${#lines} )) && _describe agentpass lines
}
if [[ \${funcstack[1]} == _agentpass ]]; then _agentpass "$@"; else compdef _agentpass agentpass; fi
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
