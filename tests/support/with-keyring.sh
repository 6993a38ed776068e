#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with-keyring.sh command…: runs a command with a session bus, an unlocked and empty gnome-keyring, and folders of its
# own for settings and data, and passes its exit status on. TIDINGS_TEST_KEYRING tells the command how that went:
# "unlocked", or the reason why there is none. With TIDINGS_REQUIRE_KEYRING=1 the latter is a failure.
set -eu

if [ "$1" = --inside ]; then
    shift
    # An empty password would make no keyring at all.
    printf 'password of a test\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    TIDINGS_TEST_KEYRING=unlocked
    export TIDINGS_TEST_KEYRING
    exec "$@"
fi

for tool in dbus-run-session gnome-keyring-daemon; do
    command -v "$tool" >/dev/null && continue
    if [ "${TIDINGS_REQUIRE_KEYRING:-0}" = 1 ]; then
        echo "with-keyring.sh: $tool is not installed" >&2
        exit 1
    fi
    TIDINGS_TEST_KEYRING="$tool is not installed"
    export TIDINGS_TEST_KEYRING
    exec "$@"
done

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
trap 'exit 130' HUP INT TERM
for kind in runtime data config cache; do
    mkdir -m 700 "$place/$kind"
done
export XDG_RUNTIME_DIR="$place/runtime" XDG_DATA_HOME="$place/data"
export XDG_CONFIG_HOME="$place/config" XDG_CACHE_HOME="$place/cache"
# With a display the keyring would ask its questions there, of whoever sits in front of it.
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL

status=0
dbus-run-session -- "$0" --inside "$@" || status=$?
exit "$status"
