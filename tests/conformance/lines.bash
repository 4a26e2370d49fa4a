# Each function is one line of the checklist; it succeeds where the program does what the line says. `timbang` is installed,
# $F is a case file, the folder is empty and the environment holds next to nothing.
walk() { timbang walk --no-input --answers "$F" "$@"; }
status_of() { "$@" >out 2>err; echo $?; }
# in_terminal COMMAND: runs it in a pseudo-terminal; what it prints comes out with its escapes, and its status is kept.
in_terminal() { script -qec "$1" /dev/null; }
# tmux in a server of its own for each thing opened, so that nothing of the user's is touched.
opened=0
tm() { tmux -L "conformance-$$-$opened" -f /dev/null "$@"; }
open() { opened=$((opened + 1)); tm new-session -d -x "${2:-80}" -y 24 "$1; echo \"status \$?\"; sleep 60"; }
screen() { tm capture-pane -p "$@"; }
until_shows() {
  for _ in $(seq 100); do screen | grep -q -- "$1" && return 0; sleep 0.1; done
  screen
  return 1
}
press() { tm send-keys "$@"; }
shut() { tm kill-server 2>/dev/null; return "${1:-0}"; }
no_escapes() { ! LC_ALL=C grep -q $'\x1b'; }
bad_pack() {
  mkdir -p bad
  printf 'timbang: pack/1\nid: bad\nversion: 1\nfacts: nonsense\n' >bad/pack.yaml
}
# first_question: past the notice and the marks, to the first question that is asked.
first_question() {
  until_shows '>' && press Enter && until_shows "${1:-\[ \]}" && press '1' Enter
  sleep 1.5
  press Enter
  sleep 1.5
  press Enter
  until_shows 'Jawaban'
}

line_01() { # no prompt without a terminal: a clear message, 64
  [ "$(timbang walk </dev/null >out 2>err; echo $?)" -eq 64 ] && grep -q -- --answers err
}
line_02() { # the same with a pipe, and it does not hang
  [ "$(yes | timeout 5 timbang walk >out 2>err; echo "${PIPESTATUS[1]}")" -eq 64 ]
}
line_03() { # --no-input never asks
  in_terminal 'timbang walk --no-input' >out
  [ $? -eq 64 ]
}
line_04() { # a file of answers runs the whole flow
  walk --json | jq -e .schema
}
line_05() { # stdout holds only the result, and prompts are seen when stdout goes elsewhere
  walk --json 2>/dev/null | jq -e . >/dev/null || return 1
  open 'timbang walk >result'
  until_shows 'Enter' || { shut 1; return 1; }
  shut
  [ ! -s result ]
}
line_06() { # no escapes in a pipe
  walk | no_escapes
}
line_07() { # NO_COLOR, TERM=dumb, --no-color and --color are obeyed
  NO_COLOR=1 in_terminal "timbang walk --no-input --answers '$F'" | no_escapes &&
    TERM=dumb in_terminal "timbang walk --no-input --answers '$F'" | no_escapes &&
    in_terminal "timbang walk --no-input --no-color --answers '$F'" | no_escapes &&
    walk --color never | no_escapes && walk --color always | LC_ALL=C grep -q $'\x1b\[' &&
    in_terminal "timbang walk --no-input --answers '$F' --color auto" | LC_ALL=C grep -q $'\x1b\['
}
line_08() { # meaning is never by colour alone
  cmp <(walk --color always | sed 's/\x1b\[[0-9;]*m//g') <(walk --no-color)
}
line_09() { # plain output has no boxes, no spinner, no pictures
  ! walk --plain | grep -nP '[\x{2500}-\x{257F}\x{2800}-\x{28FF}\x{1F000}-\x{1FAFF}]'
}
line_10() { # accessible prompts only append
  open 'ACCESSIBLE=1 script -qec "timbang walk" typed'
  first_question 'Jawaban' || { shut 1; return 1; }
  press ':quit' Enter
  sleep 1
  shut
  ! LC_ALL=C grep -q $'\x1b\[[0-9]*[AK]' typed && ! LC_ALL=C grep -q $'\x1b\[[23]J' typed
}
line_11() { # Ctrl-C: the draft is kept, one line says how to go on, 130, no stack
  open 'script -qec "timbang walk" typed'
  first_question || { shut 1; return 1; }
  press C-c
  until_shows 'status 130' || { shut 1; return 1; }
  screen | grep -q -- '--resume'
  local told=$?
  shut
  [ "$told" -eq 0 ] && ! grep -q '^ *at ' typed
}
line_12() { # the end of input is no success
  printf 'x\n' | timbang walk --plain-stdin >out 2>err
  [ "${PIPESTATUS[1]}" -eq 66 ]
}
line_13() { # exit codes are documented
  for code in 0 1 64 65 66 70 73 74 78 130; do timbang help exit-codes | grep -qE "^ *$code\b" || return 1; done
}
line_14() { # a fault names file, line, column and code
  bad_pack
  timbang rules check bad 2>&1 | grep -qE '^ *bad/[^:]+:[0-9]+:[0-9]+:? *E?.*E[0-9]+'
}
line_15() { # faults in both languages, with the same codes
  bad_pack
  timbang rules check bad --lang id >in-id 2>&1
  timbang rules check bad --lang en >in-en 2>&1
  ! cmp -s in-id in-en && cmp <(grep -o 'E[0-9][0-9][0-9]' in-id) <(grep -o 'E[0-9][0-9][0-9]' in-en)
}
line_16() { # a slip of the fingers gets a suggestion
  [ "$(status_of timbang asess)" -eq 64 ] && grep -q assess err
}
line_17() { # help everywhere
  timbang -h && timbang help && timbang help assess && timbang walk --help
}
line_18() { # help fits 80 columns and has examples first
  timbang walk --help >out
  ! grep -qE '^.{81,}' out && [ "$(grep -c '\$ timbang' out)" -ge 2 ] &&
    [ "$(grep -n '\$ timbang' out | head -n 1 | cut -d: -f1)" -lt "$(grep -nE '^ +--' out | head -n 1 | cut -d: -f1)" ]
}
line_19() { # --version is one line; JSON carries schema and toolVersion
  [ "$(timbang --version | wc -l)" -eq 1 ] && walk --json | jq -e '.schema and .toolVersion'
}
line_20() { # the shape of the JSON is published
  timbang rules schema assessment | jq -e '."$schema"' && walk --json | jq -e '.schema == "timbang.assessment/1"'
}
line_21() { # the same input gives the same bytes
  cmp <(walk --json) <(walk --json) && cmp <(walk) <(LANG=en_US.UTF-8 LC_NUMERIC=de_DE.UTF-8 walk --lang id)
}
line_22() { # no network
  local alone=0
  # Where no network of one's own may be made, the trace alone tells.
  if unshare -rn true 2>/dev/null; then unshare -rn timbang walk --no-input --answers "$F" >out || alone=1; fi
  strace -f -qq -e trace=socket,connect -o calls timbang walk --no-input --answers "$F" >out
  [ "$alone" -eq 0 ] && ! grep -q 'AF_INET' calls
}
line_23() { # no file is written outside the stated places
  strace -f -qq -e trace=openat,mkdir,rename,unlink -o calls timbang walk --no-input --answers "$F" >out
  ! grep -E 'O_(WRONLY|RDWR|CREAT)|mkdir\(|rename\(|unlink\(' calls | grep -vE '/dev/|ENOENT|EEXIST'
}
line_24() { # drafts are private
  open 'timbang walk'
  first_question || { shut 1; return 1; }
  press C-c
  until_shows 'status 130' || { shut 1; return 1; }
  shut
  local drafts
  drafts=$(timbang config paths --drafts)
  [ "$(stat -c %a "$drafts")" = 700 ] && [ "$(find "$drafts" -type f ! -perm 600 | wc -l)" -eq 0 ] &&
    [ "$(find "$drafts" -type f | wc -l)" -ge 1 ]
}
line_25() { # settings: option, environment, project, user, default; and each can say where it is from
  printf 'lang: en\n' >timbang.yaml
  timbang config explain --json | jq -e '[.. | objects | select(has("origin") or has("from"))] | length > 0' || return 1
  timbang now | grep -q danger && TIMBANG_LANG=id timbang now | grep -q bahaya && TIMBANG_LANG=id timbang now --lang en | grep -q danger
}
line_26() { # who to call comes first, and by one word at any question
  open 'timbang walk'
  until_shows '110' && first_question && press ':darurat' Enter && until_shows '110'
  shut $?
}
line_27() { # back, change, undo
  open 'timbang walk'
  first_question || { shut 1; return 1; }
  # The first of several questions is answered; back is the page before, and the answer stands where one goes back to it.
  until_shows 'a  Adakah' || { shut 1; return 1; }
  local asked
  asked=$(screen | grep -m 1 -oE 'Adakah[^?]*\?')
  press '1' Enter
  until_shows '?  Ya$' || { shut 1; return 1; }
  press ':kembali' Enter
  until_shows 'Bagian dari masalah ini' || { shut 1; return 1; }
  press Enter
  until_shows 'Keselamatan lebih dulu' || { shut 1; return 1; }
  press ':kembali' Enter
  until_shows 'Sekarang: Ya' && screen | grep -qF "$asked"
  shut $?
}
line_28() { # 40, 80 and 120 columns wrap at words
  for width in 40 80 120; do
    open "timbang walk --no-input --plain --now 2026-11-25 --answers '$F'; stty size" "$width"
    until_shows 'status 0' || { shut 1; return 1; }
    tm capture-pane -p -S - | grep -qE "^.{$((width + 1)),}" && { shut 1; return 1; }
    # A line that is cut shows as a word that no whole output holds.
    comm -23 <(tm capture-pane -p -S - | tr -s ' ' '\n' | sort -u) <({ walk --plain --now 2026-11-25; echo "status 0 24 $width"; } | tr -s ' ' '\n' | sort -u) >cut
    shut
    [ ! -s cut ] || { cat cut; return 1; }
  done
}
line_29() { # start-up has a measure of its own
  [ -f "$TOP/bench/start-up.mjs" ] && jq -e . "$TOP/bench/results.json" >/dev/null
}
line_30() { # completion loads
  timbang completion bash | bash -n /dev/stdin && timbang completion zsh | grep -q compdef && timbang completion fish | grep -q complete
}
line_31() { # there is a manual page
  local page
  page=$(find -L "$(dirname "$(command -v timbang)")/.." -name timbang.1 2>/dev/null | head -n 1)
  [ -n "$page" ] && { ! command -v man >/dev/null || man -l "$page" >/dev/null; }
}
line_32() { # words that blame or beg are not used, and both catalogues have the same keys
  ! grep -rniE '\b(invalid|illegal|please|sorry|oops)\b' "$TOP/src/text/messages" || return 1
  for file in "$TOP"/src/text/messages/en/*.json; do
    cmp <(jq -r 'keys[]' "$file") <(jq -r 'keys[]' "${file/messages\/en/messages\/id}") || return 1
  done
}
line_33() { # the screen can be cleared, the scrollback too
  open 'timbang walk --plain'
  first_question 'Jawaban' || { shut 1; return 1; }
  press ':hide' Enter
  sleep 1
  ! tm capture-pane -p -S - | grep -qE '110|\[x\]'
  shut $?
}
line_34() { # it installs from its package alone and decides a case, read-only and without a HOME
  local here
  here=$(dirname "$(readlink -f "$(command -v timbang)")")/..
  chmod -R a-w "$here" && env -u HOME timbang walk --no-input --answers "$F" --json | jq -e .schema
  local done=$?
  chmod -R u+w "$here"
  return "$done"
}
