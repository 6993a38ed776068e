#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bench.sh [--quick]: measures what Tidings does with many events beside other programs, on the same file and the same
# loopback server, and prints one table. 1,000,000 events, with --quick 100,000 in under two minutes. Ends with 0 when
# every goal is met. Times are medians, the first run of each not counted; the computer should have nothing else to do.
# What cannot be measured is said and counts as not met. Works in build/bench, where the file of events stays.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

events=1000000 runs=7 peer_runs=3 slow_runs=1
case ${1:-} in
    --quick) events=100000 runs=5 peer_runs=3 slow_runs=1 ;;
    '') ;;
    *) fail "usage: bench.sh [--quick]" ;;
esac
http_events=100000 inbox_rows=100000 many_events=20000000 rest=(30 3)
[[ $events -ge 1000000 ]] || http_events=10000 inbox_rows=10000 many_events=1000000 rest=(5 1)

need_packages "${build_packages[@]}" lnav glogg jq sqlite3 chromium curl dbus
configure release
build release makeevents bench_events bench_gui bench_http bench_idle bench_inbox bench_requests bench_rest bench_run bench_seen bench_start tidings tidings-demo-server
bin=$project/build/release/bin
place=$project/build/bench
mkdir -p "$place"
# A home of its own: nobody's settings, nothing left behind.
home=$(mktemp -d "${TMPDIR:-/tmp}/tidings-bench.XXXXXX")
export QT_QPA_PLATFORM=offscreen TZ=UTC LC_ALL=C.UTF-8
export HOME=$home XDG_RUNTIME_DIR=$home XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home XDG_CACHE_HOME=$home
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY

server=0
clean_up() {
    if [[ $server -ne 0 ]]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$home" "$place/events.db" "$place/page.html"
}
trap clean_up EXIT
trap 'exit 130' HUP INT TERM

file=$place/events-$events.jsonl
if [[ ! -s $file ]]; then
    echo "Making $events events"
    "$bin/makeevents" "$events" >"$file.part"
    mv "$file.part" "$file"
fi

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
# The same for a Qt Test program: a line of -csv has the function, the row, the unit, and the value of one iteration.
take_benchmarks() {
    local log=$1 name value
    shift
    "$@" -csv -median "$runs" >"$log" 2>"$log.errors" || fail "$1 failed; see ${log#"$PWD"/}"
    while read -r name value; do
        figure[$name]=$value
    done < <(awk -F, 'NF >= 6 { gsub(/"/, ""); print $1 ($2 == "" ? "" : "_" $2), $4 }' "$log")
}
# measure NAME TOOL COMMAND…: one of the programs bench_run, bench_idle and bench_start measures a command; NAME gets its
# time, NAME_mib its memory, or nothing where it cannot be measured.
measure() {
    local name=$1 tool=$2 time memory
    shift 2
    if read -r time memory < <("$bin/$tool" "$@" 2>"$place/$name.errors"); then
        figure[$name]=$time
        figure[${name}_mib]=$memory
    else
        echo "bench.sh: $name could not be measured; see ${place#"$PWD"/}/$name.errors" >&2
    fi
}
# As the database of sqlite3 answers it.
ask_sqlite() {
    measure "$1" bench_run "$peer_runs" sqlite3 -readonly "$place/events.db" "SELECT count(*) FROM events WHERE $2"
}

echo "Measuring Tidings"
TIDINGS_BENCH_FILE=$file take_benchmarks "$place/events.log" "$bin/bench_events"
take "$place/gui.log" "$bin/bench_gui" "$file"
measure window bench_idle "$peer_runs" "$bin/tidings" "$file"

echo "Measuring lnav, glogg and grep"
formats=$place/lnav
mkdir -p "$formats/formats/tidings"
cp "$project/tests/bench/lnav-format.json" "$formats/formats/tidings/authentik.json"
counted=$(lnav -n -I "$formats" -c ';SELECT count(*) AS n FROM authentik_log' -c ':write-csv-to -' "$file" \
    </dev/null 2>/dev/null | grep -Eo '^[0-9]+$' | tail -n 1) || counted=0
if [[ $counted == "$events" ]]; then
    measure lnav bench_run "$peer_runs" lnav -n -I "$formats" -c ';SELECT count(*) AS n FROM authentik_log' "$file"
else
    echo "bench.sh: lnav counted $counted events instead of $events" >&2
fi
measure glogg bench_idle "$peer_runs" glogg -m "$file"
measure grep bench_run "$peer_runs" grep -c no_such_text_here "$file"

echo "Measuring jq and sqlite3"
measure jq bench_run "$slow_runs" jq -r \
    '[.created, .action, .user.username, .app, .client_ip, .brand.name] | @csv' "$file"
# The table that Tidings wrote, with an index for each of the questions that have one.
rm -f "$place/events.db"
sqlite3 "$place/events.db" >/dev/null <<END
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
CREATE TABLE events("Time", "Action", "User", "App", "From", "Brand");
.import --csv --skip 1 "$file.csv" events
CREATE INDEX by_action ON events("Action");
CREATE INDEX by_user ON events("User");
END
rm -f "$file.csv"
user=$(sqlite3 -readonly "$place/events.db" "SELECT \"User\" FROM events LIMIT 1 OFFSET $((events / 2))")
ask_sqlite sqlite_action "\"Action\" = 'login_failed'"
ask_sqlite sqlite_user "\"User\" = '${user//\'/\'\'}'"
ask_sqlite sqlite_text "\"User\" LIKE '%an%' OR \"App\" LIKE '%an%' OR \"From\" LIKE '%an%' OR \"Brand\" LIKE '%an%'"

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
sed -n 's/^token //p' "$place/server.log" >"$home/token"
printf 'header = "Authorization: Bearer %s"\n' "$(<"$home/token")" >"$home/curl.conf"
take "$place/seen.log" "$bin/bench_seen" 1000 20
take "$place/inbox.log" "$bin/bench_inbox" "$inbox_rows"
take "$place/requests.log" "$bin/bench_requests" "$many_events"
take "$place/rest.log" "$bin/bench_rest" "$bin/tidings" "${rest[@]}"
take "$place/http.log" "$bin/bench_http" "$url" 3 <"$home/token"
measure curl bench_run "$peer_runs" curl -sS -K "$home/curl.conf" -o /dev/null \
    "$url/api/v3/events/events/?ordering=-created,pk&page_size=100&page=[1-$((http_events / 100))]"

echo "Measuring the start, and Chromium"
QT_LOGGING_RULES=tidings.start.info=true measure start bench_start "$peer_runs" "first row painted" \
    "$bin/tidings" --server "$url" --token-stdin <"$home/token"
# The same page as a bare table: no program around it, nothing to load.
{
    printf '<!doctype html><meta charset="utf-8"><title>events</title><table id="table"></table><script>const page = '
    curl -sS -K "$home/curl.conf" "$url/api/v3/events/events/?ordering=-created,pk&page_size=100" | sed 's#</#<\\/#g'
    cat <<'END'
;
const table = document.getElementById("table");
for (const event of page.results) {
    const row = table.insertRow();
    for (const text of [event.created, event.action, event.user.username, event.app, event.client_ip])
        row.insertCell().textContent = text;
}
document.title = "rows " + table.rows.length + " high " + (table.offsetHeight > 0);
</script>
END
} >"$place/page.html"
chromium=(chromium --headless --no-sandbox --disable-gpu --no-first-run "--user-data-dir=$home/chromium")
measure chromium bench_start "$peer_runs" "<title>rows 100 high true</title>" \
    "${chromium[@]}" --dump-dom "file://$place/page.html"
measure chromium_tab bench_start 1 "DevTools listening" \
    "${chromium[@]}" --remote-debugging-port=0 "file://$place/page.html"

# row WHAT OURS PEER_NAME PEER GOAL KIND: KIND x compares with the peer, any other unit with the number itself.
missed=0
row() {
    local what=$1 ours=$2 peer_name=$3 peer=$4 goal=$5 kind=$6
    awk -v what="$what" -v ours="$ours" -v name="$peer_name" -v peer="$peer" -v goal="$goal" -v kind="$kind" 'BEGIN {
        measured = ours != "" && (kind != "x" || peer + 0 > 0)
        other = peer + 0 > 0 ? sprintf("%s %.1f", name, peer) : "-"
        if (!measured) {
            printf "%-42s %10s  %-22s %12s <= %-5s %s\n", what, ours == "" ? "-" : ours, other, "-", goal, "NOT MEASURED"
            exit 1
        }
        value = kind == "x" ? ours / peer : ours
        met = value <= goal + 0
        printf "%-42s %10.2f  %-22s %8.2f %-3s <= %-5s %s\n", what, ours, other, value, kind, goal, met ? "met" : "NOT MET"
        exit !met
    }' || missed=$((missed + 1))
}
scale() {
    awk -v goal="$1" -v events="$events" 'BEGIN { printf "%g", goal * (events < 1000000 ? events / 1000000 : 1) }'
}
# of NAME: its figure, nothing where there is none.
of() {
    printf '%s' "${figure[$1]:-}"
}

printf '\n%s events, %s\n' "$events" "$(du -h "$file" | cut -f 1)"
printf '%-42s %10s  %-22s %12s %8s\n' what Tidings beside value goal
row "start to the first row painted, ms" "$(of start)" Chromium "$(of chromium)" 0.25 x
row "open the file, ms" "$(of open)" lnav "$(of lnav)" 0.3 x
row "open the file in the window, ms" "$(of window)" glogg "$(of glogg)" 0.7 x
row "filter by action, ms" "$(of filter_action)" "sqlite3, index" "$(of sqlite_action)" "$(scale 2)" ms
row "filter by user, ms" "$(of filter_user)" "sqlite3, index" "$(of sqlite_user)" "$(scale 2)" ms
row "filter by text in 4 columns, ms" "$(of filter_text)" "sqlite3, LIKE" "$(of sqlite_text)" "$(scale 25)" ms
row "text in the raw JSON, ms" "$(of filter_raw)" "grep -c" "$(of grep)" 1.0 x
row "sort by two keys, ms" "$(of sort)" - 0 "$(scale 150)" ms
row "longest block of the GUI thread, ms" "$(of block)" - 0 16 ms
row "frame while scrolling, p99, ms" "$(of frame_p99)" - 0 8 ms
row "memory with the file open, MiB" "$(of gui_memory_mib)" lnav "$(of lnav_mib)" 1.0 x
row "memory at rest with one page, MiB" "$(of start_mib)" Chromium "$(of chromium_tab_mib)" 0.25 x
row "decode a page of 100 events, ms" "$(of decode)" QJsonDocument "$(of decodeByQt)" 0.15 x
row "read $http_events events over HTTP, ms" "$(of http)" curl "$(of curl)" 1.1 x
row "mark 1000 notifications, 20 ms away, ms" "$(of seen)" "one by one" "$(of seen_one_by_one)" 0.167 x
row "longest block, inbox of $inbox_rows, ms" "$(of block_inbox)" - 0 16 ms
row "most requests an action, $many_events events" "$(of requests)" - 0 3 n
row "deepest page begins behind, rows" "$(of deepest_offset)" - 0 1000 n
row "at rest in front, % of a core" "$(of rest_front_cpu)" - 0 0.5 %
row "at rest hidden, % of a core" "$(of rest_hidden_cpu)" - 0 0.5 %
row "requests an interval, hidden" "$(of rest_hidden_requests)" - 0 1 n
row "export to CSV, ms" "$(of exporting)" jq "$(of jq)" 0.25 x
[[ $missed -eq 0 ]] || fail "$missed goals are not met"
