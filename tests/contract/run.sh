#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh <tidings-demo-server> <tst_live>: checks every request of the program and every answer of the demo server
# against the OpenAPI schema that authentik publishes. Needs node, npm and the npm registry (or npm's cache), therefore
# only with TIDINGS_CONTRACT=1; otherwise it ends with 77, "skipped".
set -euo pipefail

if [[ ${TIDINGS_CONTRACT:-0} != 1 ]]; then
    echo "contract: skipped, TIDINGS_CONTRACT is not 1"
    exit 77
fi
for tool in node npm; do
    command -v "$tool" >/dev/null && continue
    echo "contract: skipped, $tool is not installed"
    exit 77
done
if [[ $# -ne 2 ]]; then
    echo "usage: run.sh <tidings-demo-server> <tst_live>" >&2
    exit 2
fi
demo_server=$(realpath "$1")
live_test=$(realpath "$2")
cd "$(dirname "${BASH_SOURCE[0]}")"

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
trap 'exit 130' HUP INT TERM

# npm ci removes and reinstalls everything: only where the lock file changed since. Two runs at once would disturb each
# other.
exec 9<package-lock.json
flock 9
stamp=node_modules/.tidings-stamp
wanted=$(sha256sum package-lock.json)
if [[ $(cat "$stamp" 2>/dev/null || true) != "$wanted" ]]; then
    if ! npm ci --no-fund --no-audit --ignore-scripts >"$place/npm.log" 2>&1; then
        tail -n 20 "$place/npm.log" >&2
        echo "contract: npm ci failed" >&2
        exit 1
    fi
    printf '%s\n' "$wanted" >"$stamp"
fi
exec 9<&-

# Prism ignores the base path in `servers`, so it goes into the paths.
sed -E 's#^  /#  /api/v3/#; s#^- url: /api/v3#- url: /#' node_modules/@goauthentik/api/schema.yml >"$place/schema.yml"
grep -q '^  /api/v3/events/events/:' "$place/schema.yml" || {
    echo "contract: the schema has no /events/events/" >&2
    exit 1
}

status=0
node check.mjs "$demo_server" "$live_test" "$place/schema.yml" || status=$?
exit "$status"
