#!/usr/bin/env bash
# Draws the screenshots of the README: the real program in a real terminal.
#
#   screenshots/make.sh            writes NAME.png and NAME.txt for each scene of scenes.txt
#   screenshots/make.sh --check    says whether every NAME.txt is what the program shows now
#   screenshots/make.sh NAME...    only these scenes
#
# The program is $PRIKK_BINARY, or .build/release/prikk. It runs in tmux, which sends the keys and
# knows the text; for the pictures tmux runs in an xterm on an X server without a screen.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
program=${PRIKK_BINARY:-$here/../.build/release/prikk}
scenes=${PRIKK_SCENES:-$here/scenes.txt}
target=${PRIKK_SCREENSHOTS:-$here}
columns=100
rows=32

complain() {
  echo "screenshots/make.sh: $*" >&2
  exit 2
}

# need COMMAND PACKAGE ...: all that is missing, with the command that installs it.
need() {
  local missing=()
  while [ $# -gt 0 ]; do
    command -v "$1" >/dev/null || missing+=("$2")
    shift 2
  done
  if [ ${#missing[@]} -gt 0 ]; then
    complain "some programs are missing. Install them with: apt-get install -y ${missing[*]}"
  fi
}

check=false
if [ "${1:-}" = --check ]; then
  check=true
  shift
fi
wanted=" $* "

need tmux tmux
if ! $check; then
  need Xvfb xvfb xterm xterm import imagemagick fc-list fontconfig
  fc-list | grep "DejaVu Sans Mono" >/dev/null ||
    complain "the font is missing. Install it with: apt-get install -y fonts-dejavu-core"
fi
[ -x "$program" ] || complain "$program is missing. Build it with: swift build -c release"
program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")

work=$(mktemp -d)
socket=$work/tmux
x_server=
xterm=
# Only what was started here is ended.
clean_up() {
  tmux -S "$socket" kill-server 2>/dev/null || true
  if [ -n "$x_server" ]; then
    kill "$x_server" 2>/dev/null || true
    wait "$x_server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap clean_up EXIT

cat >"$work/tmux.conf" <<'CONF'
set -g status off
set -g default-terminal tmux-256color
set -g history-limit 0
set -sg escape-time 0
CONF

in_tmux() { tmux -S "$socket" -f "$work/tmux.conf" "$@"; }
shown() { in_tmux capture-pane -p -t scene 2>/dev/null || true; }

# Waits until the text has been there and the same for a quarter of a second, and tells of no work
# that Esc could give up; at most half a minute or so.
settle() {
  local before='' now same=0
  for _ in $(seq 600); do
    now=$(shown)
    if [ -n "${now//[[:space:]]/}" ] && [ "$now" = "$before" ] && [[ $now != *"(Esc "* ]]; then
      same=$((same + 1))
      if [ $same -ge 5 ]; then return; fi
    else
      same=0
    fi
    before=$now
    sleep 0.05
  done
  complain "scene $name: the screen did not come to rest. It shows: $now"
}

# press KEYS: one after the other, each when the screen is at rest.
press() {
  local word key count
  settle
  for word in $1; do
    key=${word%\**}
    count=1
    if [[ $word =~ ^(.+)\*([0-9]+)$ ]]; then
      key=${BASH_REMATCH[1]}
      count=${BASH_REMATCH[2]}
    fi
    for _ in $(seq "$count"); do in_tmux send-keys -t scene -- "$key"; done
    settle
  done
}

# open_scene ARGUMENTS: the program in a folder of its own, with an environment of its own.
open_scene() {
  mkdir -p "$work/home"
  # The program's end is not the scene's: its last words stay to be seen.
  local command="cd '$work/home' && env -i PATH=/usr/bin:/bin HOME='$work/home' LANG=C.UTF-8 \
TERM=tmux-256color '$program' $1; echo; echo \"[ended with status \$?]\"; exec sleep 1000"
  if $check; then
    in_tmux new-session -d -s scene -x $columns -y $rows "$command"
  else
    env -u TMUX DISPLAY="$display" LANG=C.UTF-8 xterm \
      -u8 -T prikk-scene -geometry ${columns}x${rows}+0+0 \
      -fa "DejaVu Sans Mono" -fs 11 -b 8 -bw 0 +sb -bg "#101418" -fg "#d8dee4" \
      -xrm "XTerm*allowTitleOps: false" -xrm "XTerm*cursorBlink: false" \
      -e tmux -S "$socket" -f "$work/tmux.conf" new-session -s scene "$command" \
      >"$work/xterm.log" 2>&1 &
    xterm=$!
    for _ in $(seq 200); do
      if in_tmux has-session -t scene 2>/dev/null; then return; fi
      sleep 0.05
    done
    complain "xterm did not start: $(cat "$work/xterm.log")"
  fi
}

close_scene() {
  in_tmux kill-server 2>/dev/null || true
  for _ in $(seq 100); do
    if ! in_tmux has-session -t scene 2>/dev/null; then break; fi
    sleep 0.05
  done
  if [ -n "$xterm" ]; then wait "$xterm" 2>/dev/null || true; fi
}

# grab FILE: few colours, no dates, so that the same screen gives the same bytes.
grab() {
  DISPLAY="$display" import -window prikk-scene -strip +dither -colors 32 \
    -define png:exclude-chunks=date,time,gAMA,cHRM,bKGD -define png:compression-level=9 "PNG8:$1"
}

if ! $check; then
  mkfifo "$work/display"
  Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp -dpi 96 \
    3>"$work/display" >"$work/Xvfb.log" 2>&1 &
  x_server=$!
  display=:$(timeout 20 head -n 1 "$work/display") || complain "Xvfb: $(cat "$work/Xvfb.log")"
fi

stale=()
while IFS='|' read -r name arguments keys; do
  name=${name//[[:space:]]/}
  case $name in '' | '#'*) continue ;; esac
  if [ "$wanted" != "  " ] && [[ "$wanted" != *" $name "* ]]; then continue; fi
  open_scene "$arguments"
  press "$keys"
  shown >"$work/$name.txt"
  if grep -q '^\[ended with status' "$work/$name.txt"; then
    complain "scene $name: the program ended: $(cat "$work/$name.txt")"
  fi
  if $check; then
    cmp -s "$work/$name.txt" "$target/$name.txt" || stale+=("$name")
  else
    grab "$work/$name.png"
    mv "$work/$name.png" "$target/$name.png"
    cp "$work/$name.txt" "$target/$name.txt"
    echo "$name.png $(stat -c %s "$target/$name.png") bytes"
  fi
  close_scene
done <"$scenes"

if [ ${#stale[@]} -gt 0 ]; then
  echo "screenshots/make.sh: not what the program shows now: ${stale[*]}. Run: make screenshots" >&2
  exit 1
fi
