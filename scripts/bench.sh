#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bench.sh [--quick]: measures what Tidings does with many events beside other programs, on the same file and the same
# loopback server, and prints one table. 1,000,000 events, with --quick 100,000 in under two minutes. Ends with 0 when
# every goal is met. Times are medians, the first run of each not counted; the computer should have nothing else to do.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

events=1000000 runs=7 peer_runs=3
case ${1:-} in
    --quick) events=100000 runs=5 peer_runs=3 ;;
    '') ;;
    *) fail "usage: bench.sh [--quick]" ;;
esac
http_events=100000
[[ $events -ge 1000000 ]] || http_events=10000

need_packages "${build_packages[@]}" lnav curl
configure release
build release makeevents bench_events bench_gui bench_http bench_run tidings-demo-server
bin=$project/build/release/bin
place=$project/build/bench
mkdir -p "$place"
export QT_QPA_PLATFORM=offscreen TZ=UTC LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=$place

file=$place/events-$events.jsonl
if [[ ! -s $file ]]; then
    echo "Making $events events"
    "$bin/makeevents" "$events" >"$file.part"
    mv "$file.part" "$file"
fi

server=0
stop_server() {
    if [[ $server -ne 0 ]]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
}
trap stop_server EXIT
trap 'exit 130' HUP INT TERM

declare -A figure
# Takes over the lines "name number" of a program.
take() {
    local log=$1 name value
    shift
    "$@" >"$log" 2>"$log.errors" || fail "$1 failed; see ${log#"$PWD"/}.errors"
    while read -r name value; do
        figure[$name]=$value
    done <"$log"
}
# peer NAME COMMAND…: NAME gets its time, NAME_mib its memory.
peer() {
    local name=$1 time memory
    shift
    read -r time memory < <("$bin/bench_run" "$peer_runs" "$@") || fail "$1 could not be measured"
    figure[$name]=$time
    figure[${name}_mib]=$memory
}

echo "Measuring Tidings"
take "$place/events.log" "$bin/bench_events" "$file" "$runs"
take "$place/gui.log" "$bin/bench_gui" "$file"

echo "Measuring lnav and grep"
formats=$place/lnav
mkdir -p "$formats/formats/tidings" "$place/home"
cp "$project/tests/bench/lnav-format.json" "$formats/formats/tidings/authentik.json"
counted=$(HOME=$place/home lnav -n -I "$formats" -c ';SELECT count(*) AS n FROM authentik_log' -c ':write-csv-to -' "$file" \
    </dev/null 2>/dev/null | grep -Eo '^[0-9]+$' | tail -n 1) || counted=0
[[ $counted == "$events" ]] || fail "lnav counted $counted events instead of $events"
peer lnav env "HOME=$place/home" lnav -n -I "$formats" -c ';SELECT count(*) AS n FROM authentik_log' "$file"
peer grep grep -c no_such_text_here "$file"

echo "Measuring the way from a server"
rm -f "$place/server.log"
: >"$place/server.log"
"$bin/tidings-demo-server" --events "$http_events" --notifications 0 >>"$place/server.log" &
server=$!
for ((tries = 0; tries < 300; ++tries)); do
    if grep -q '^token ' "$place/server.log"; then break; fi
    kill -0 "$server" 2>/dev/null || fail "the demo server did not start"
    sleep 0.1
done
url=$(sed -n 's/^listening on //p' "$place/server.log")
sed -n 's/^token //p' "$place/server.log" >"$place/token"
take "$place/http.log" "$bin/bench_http" "$url" 3 <"$place/token"
printf 'header = "Authorization: Bearer %s"\n' "$(<"$place/token")" >"$place/curl.conf"
peer curl curl -sS -K "$place/curl.conf" -o /dev/null \
    "$url/api/v3/events/events/?ordering=-created,pk&page_size=100&page=[1-$((http_events / 100))]"

# row WHAT OURS PEER_NAME PEER GOAL KIND: KIND x compares with the peer, ms with the number itself.
missed=0
row() {
    local what=$1 ours=$2 peer_name=$3 peer=$4 goal=$5 kind=$6
    awk -v what="$what" -v ours="$ours" -v name="$peer_name" -v peer="$peer" -v goal="$goal" -v kind="$kind" 'BEGIN {
        value = kind == "x" ? ours / peer : ours
        met = value <= goal + 0
        other = kind == "x" ? sprintf("%s %.1f", name, peer) : "-"
        printf "%-42s %10.2f  %-22s %8.2f %-3s <= %-5s %s\n", what, ours, other, value, kind, goal, met ? "met" : "NOT MET"
        exit !met
    }' || missed=$((missed + 1))
}
scale() {
    awk -v goal="$1" -v events="$events" 'BEGIN { printf "%g", goal * (events < 1000000 ? events / 1000000 : 1) }'
}

printf '\n%s events, %s\n' "$events" "$(du -h "$file" | cut -f 1)"
printf '%-42s %10s  %-22s %12s %8s\n' what Tidings beside value goal
row "open the file, ms" "${figure[open]}" lnav "${figure[lnav]}" 0.3 x
row "filter by action, ms" "${figure[filter_action]}" - 0 "$(scale 2)" ms
row "filter by user, ms" "${figure[filter_user]}" - 0 "$(scale 2)" ms
row "filter by text in 4 columns, ms" "${figure[filter_text]}" - 0 "$(scale 25)" ms
row "text in the raw JSON, ms" "${figure[filter_raw]}" "grep -c" "${figure[grep]}" 1.0 x
row "sort by two keys, ms" "${figure[sort_two]}" - 0 "$(scale 150)" ms
row "longest block of the GUI thread, ms" "${figure[block]}" - 0 16 ms
row "frame while scrolling, p99, ms" "${figure[frame_p99]}" - 0 8 ms
row "memory with the file open, MiB" "${figure[gui_memory_mib]}" lnav "${figure[lnav_mib]}" 1.0 x
row "decode a page of 100 events, ms" "${figure[decode_page]}" QJsonDocument "${figure[decode_page_qt]}" 0.15 x
row "read $http_events events over HTTP, ms" "${figure[http]}" curl "${figure[curl]}" 1.1 x
[[ $missed -eq 0 ]] || fail "$missed goals are not met"
