import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type ShellName = (typeof SHELLS)[number];

/** One word that can be typed, and what it does. */
interface Word {
  readonly word: string;
  readonly text: string;
  /** The closed list of values of an option: one command's `--format` is not another's. */
  readonly choices?: readonly string[];
}

/** A command by its path below the program (`rules show`, empty for the program) with what can follow it. */
interface Node {
  readonly path: string;
  readonly commands: readonly Word[];
  readonly options: readonly Word[];
}

/** What `timbang completion values` can list: ids of the packs, never anything of a case. */
export const VALUE_KINDS = ['actions', 'answers', 'packs', 'pieces', 'topics'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** Options and commands after which ids of the pack in force can follow, whatever command they belong to. */
const VALUES_AFTER: readonly (readonly [after: string, kind: ValueKind])[] = [
  ['--action', 'actions'],
  ['--toward', 'actions'],
  ['--set', 'answers'],
  ['--pack', 'packs'],
  ['show', 'pieces'],
  ['help', 'topics'],
];

/**
 * Prints the completion of one shell. Commands, options and closed lists of values stand in it; ids of the pack in force
 * are asked of the program when they are wanted. It reads no case.
 */
export function completionScript(shell: ShellName, program: Command): string {
  const nodes = nodesOf(program, '');
  switch (shell) {
    case 'bash':
      return bash(nodes);
    case 'zsh':
      return zsh(nodes);
    case 'fish':
      return fish(nodes);
  }
}

function nodesOf(command: Command, path: string): Node[] {
  const helper = command.createHelp();
  const below = helper.visibleCommands(command);
  const options = [...helper.visibleOptions(command), ...helper.visibleGlobalOptions(command)];
  const node: Node = {
    path,
    commands: below.flatMap((one) =>
      [one.name(), ...one.aliases()].map((word) => ({ word, text: one.summary() })),
    ),
    options: options.flatMap(({ long, description, argChoices }) =>
      long ? [{ word: long, text: description, ...(argChoices && { choices: argChoices }) }] : [],
    ),
  };
  const deeper = below.flatMap((one) =>
    [one.name(), ...one.aliases()].flatMap((name) => nodesOf(one, `${path} ${name}`.trim())),
  );
  return [node, ...deeper];
}

/** For each command, its options with a closed list of values: `assess --format` and what can follow. */
function closedOptions(nodes: readonly Node[]): { readonly at: string; readonly choices: string }[] {
  return nodes.flatMap(({ path, options }) =>
    options.flatMap(({ word, choices }) =>
      choices ? [{ at: `${path} ${word}`, choices: choices.join(' ') }] : [],
    ),
  );
}

const wordsOf = (node: Node): string => [...node.commands, ...node.options].map(({ word }) => word).join(' ');

function bash(nodes: readonly Node[]): string {
  const paths = nodes.filter((node) => node.path !== '').map((node) => `"${node.path}"`);
  return [
    '# timbang completion bash > ~/.local/share/bash-completion/completions/timbang',
    '_timbang() {',
    '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" at="" try="" words="" i',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    '    try="${at:+$at }${COMP_WORDS[i]}"',
    `    case "$try" in ${paths.join('|')}) at="$try" ;; esac`,
    '  done',
    '  case "$at $prev" in',
    ...closedOptions(nodes).map(
      ({ at, choices }) => `    "${at}") COMPREPLY=($(compgen -W "${choices}" -- "$cur")); return ;;`,
    ),
    '  esac',
    '  case "$prev" in',
    ...VALUES_AFTER.map(
      ([after, kind]) => `    ${after}) COMPREPLY=($(compgen -W "$(${asked(kind)})" -- "$cur")); return ;;`,
    ),
    '  esac',
    '  case "$at" in',
    ...nodes.map((node) => `    "${node.path}") words="${wordsOf(node)}" ;;`),
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$cur"))',
    '}',
    'complete -o default -o bashdefault -F _timbang timbang',
  ].join('\n');
}

function zsh(nodes: readonly Node[]): string {
  const paths = nodes.filter((node) => node.path !== '').map((node) => `"${node.path}"`);
  const described = ({ word, text }: Word): string =>
    quote(`${word.replaceAll(':', '\\:')}:${text}`, "'\\''");
  return [
    '#compdef timbang',
    '# timbang completion zsh > ~/.zfunc/_timbang',
    '_timbang() {',
    '  local at="" try="" word',
    '  local -a found',
    '  for word in ${words[2,CURRENT-1]}; do',
    '    try="${at:+$at }$word"',
    `    case "$try" in (${paths.join('|')}) at="$try" ;; esac`,
    '  done',
    '  case "$at ${words[CURRENT-1]}" in',
    ...closedOptions(nodes).map(({ at, choices }) => `    ("${at}") compadd -- ${choices}; return ;;`),
    '  esac',
    '  case "${words[CURRENT-1]}" in',
    ...VALUES_AFTER.map(([after, kind]) => `    (${after}) compadd -- \${(f)"$(${asked(kind)})"}; return ;;`),
    '  esac',
    '  case "$at" in',
    ...nodes.map(
      (node) =>
        `    ("${node.path}") found=(${[...node.commands, ...node.options].map(described).join(' ')}) ;;`,
    ),
    '  esac',
    "  _describe 'timbang' found",
    '  _files',
    '}',
    // Read by `source` it has to register itself; from a folder of functions it is called.
    'if [ "$funcstack[1]" = "_timbang" ]; then _timbang "$@"; else compdef _timbang timbang; fi',
  ].join('\n');
}

function fish(nodes: readonly Node[]): string {
  const line = (node: Node, what: string, text: string): string =>
    `complete -c timbang -n "__timbang_at '${node.path}'" ${what} -d ${quote(text, "\\'")}`;
  const option = (node: Node, { word, text, choices }: Word): string => {
    const kind = VALUES_AFTER.find(([after]) => after === word)?.[1];
    const values = choices?.join(' ') ?? (kind && `(${asked(kind)})`);
    return line(node, `-l ${word.slice(2)}${values ? ` -x -a '${values}'` : ''}`, text);
  };
  const paths = nodes.filter((node) => node.path !== '').map((node) => `'${node.path}'`);
  return [
    '# timbang completion fish > ~/.config/fish/completions/timbang.fish',
    'function __timbang_at',
    '  set -l at',
    '  for word in (commandline -opc)[2..-1]',
    '    set -l try (string join -- " " $at $word)',
    `    if contains -- $try ${paths.join(' ')}`,
    '      set at $try',
    '    end',
    '  end',
    '  test "$at" = "$argv[1]"',
    'end',
    ...nodes.flatMap((node) => [
      // Where a verb is awaited, no file can follow.
      ...(node.commands.length > 0 ? [`complete -c timbang -n "__timbang_at '${node.path}'" -f`] : []),
      ...node.commands.map(({ word, text }) => line(node, `-a ${word}`, text)),
      ...node.options.map((word) => option(node, word)),
      ...VALUES_AFTER.filter(([after]) => node.path.split(' ').at(-1) === after).map(
        ([, kind]) => `complete -c timbang -n "__timbang_at '${node.path}'" -f -a '(${asked(kind)})'`,
      ),
    ]),
  ].join('\n');
}

function asked(kind: ValueKind): string {
  return `timbang completion values ${kind} 2>/dev/null`;
}

/** Puts a text into single quotes, with the shell's own way to write one inside. */
function quote(text: string, escape: string): string {
  return `'${text.replaceAll("'", escape)}'`;
}
