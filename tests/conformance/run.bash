#!/usr/bin/env bash
# The habits of a good terminal program, line by line, on the program as a user installs it: packed, installed under a
# path with spaces and other letters, an empty HOME. `npm run conformance [VERSION OF NODE]...` prints each line with
# pass or fail; without a version it is tried on the Node that runs it. Needs jq, tmux, script, strace and unshare.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/timbang-conformance.XXXXXX")
trap 'rm -rf "$work"' EXIT
lines="$top/tests/conformance/lines.bash"
failed=0

for tool in jq tmux script strace unshare; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: install it first" >&2; exit 69; }
done

(cd "$top" && npm pack --silent --ignore-scripts --pack-destination "$work" >/dev/null) || exit 1
package=$(echo "$work"/timbang-*.tgz)

# node_of VERSION: the folder of a Node of that version, from npm; without a version the Node at hand.
node_of() {
  [ -n "$1" ] || { dirname "$(command -v node)"; return; }
  mkdir -p "$work/node-$1"
  (cd "$work/node-$1" && npm i --silent --no-audit --no-fund "node@$1" >/dev/null 2>&1)
  echo "$work/node-$1/node_modules/node/bin"
}

try_on() {
  local bin prefix number rule line
  bin=$(node_of "$1")
  [ -x "$bin/node" ] || { echo "fail  Node $1 cannot be had from npm"; failed=1; return; }
  prefix="$work/kerja sosial é/${1:-here}"
  mkdir -p "$prefix" "$prefix/home"
  export PATH="$prefix/bin:$bin:$START_PATH"
  npm i --silent --global --prefix "$prefix" --no-audit --no-fund --ignore-scripts "$package" || { failed=1; return; }
  echo "Node $(node --version), $(timbang --version)"
  while IFS=$'\t' read -r line number rule; do
    mkdir -p "$prefix/at/$line"
    if (cd "$prefix/at/$line" && env -i PATH="$PATH" HOME="$prefix/home" TERM=xterm-256color LANG=C.UTF-8 \
      TOP="$top" F="$top/docs/examples/case.yaml" PACKAGE="$package" timeout 90 \
      bash -c 'source "$1"; "$2"' _ "$lines" "$line") </dev/null >"$prefix/at/$line.log" 2>&1; then
      echo "pass  $number  $rule"
    else
      echo "fail  $number  $rule"
      sed 's/^/        /' "$prefix/at/$line.log" | tail -n 8
      failed=1
    fi
  done < <(sed -n 's/^\(line_0*\([0-9]*\)\)() { # \(.*\)$/\1\t\2\t\3/p' "$lines")
}

START_PATH=$PATH
if [ $# -eq 0 ]; then try_on ""; else for version in "$@"; do try_on "$version"; done; fi
exit "$failed"
