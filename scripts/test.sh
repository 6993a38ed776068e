#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh [arguments of ctest]: builds Tidings with its tests and runs them. TIDINGS_WERROR=ON in the environment makes
# compiler warnings errors.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# The tests also use a session bus with a keyring, notification servers, and openssl for certificates of their own.
need_packages "${build_packages[@]}" dbus gnome-keyring openssl dunst python3-dbusmock xvfb

# The same build as run.sh's, so that whoever runs both compiles once. The sanitizer build checks assertions.
configure release "-DTIDINGS_WERROR=${TIDINGS_WERROR:-OFF}"
build release

cd "$project"
exec ctest --preset release --parallel "$(nproc)" "$@"
