#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [arguments of tidings]: builds Tidings and starts it. Without an account in the arguments it starts with a demo
# server of its own. Without a display it takes a picture of every page instead and prints where they are.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages=("${build_packages[@]}")
has_display=0
[[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]] || has_display=1
[[ $has_display -eq 1 ]] || packages+=(xvfb)
need_packages "${packages[@]}"

configure release
build release tidings tidings-demo-server
program=$project/build/release/bin/tidings

arguments=(--demo)
takes_pictures=1
for argument in "$@"; do
    case $argument in
        --server | --server=* | --profile | --profile=* | --demo) arguments=() ;;
        --screenshots | --screenshots=*) takes_pictures=0 ;;
        --help | -h | --version | -v) arguments=() takes_pictures=0 ;;
    esac
done
arguments+=("$@")

[[ $has_display -eq 0 ]] || exec "$program" "${arguments[@]}"

# No display: one that lives in memory, on a number that Xvfb finds itself.
pictures=$project/build/screenshots
if [[ $takes_pictures -eq 1 ]]; then
    mkdir -p "$pictures"
    rm -f "$pictures"/*.png
    arguments+=(--screenshots "$pictures")
fi
mkdir -p "$logs"
number_file=$(mktemp)
xvfb=0
stop_display() {
    if [[ $xvfb -ne 0 ]]; then
        kill "$xvfb" 2>/dev/null || true
        wait "$xvfb" 2>/dev/null || true
    fi
    rm -f "$number_file"
}
trap stop_display EXIT
trap 'exit 130' HUP INT TERM
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$number_file" >"$logs/xvfb.log" 2>&1 &
xvfb=$!
for ((tries = 0; tries < 300; ++tries)); do
    [[ ! -s $number_file ]] || break
    kill -0 "$xvfb" 2>/dev/null || fail "Xvfb did not start; see build/logs/xvfb.log"
    sleep 0.1
done
[[ -s $number_file ]] || fail "Xvfb did not get ready within 30 s; see build/logs/xvfb.log"
DISPLAY=:$(<"$number_file")
export DISPLAY QT_QPA_PLATFORM=xcb

[[ $takes_pictures -eq 0 ]] || echo "No display: taking pictures"
status=0
"$program" "${arguments[@]}" || status=$?
[[ $status -eq 0 ]] || fail "tidings ended with status $status"
if [[ $takes_pictures -eq 1 ]]; then
    shopt -s nullglob
    files=("$pictures"/*.png)
    [[ ${#files[@]} -gt 0 ]] || fail "tidings left no picture in $pictures"
    printf '%s\n' "${files[@]}"
fi
