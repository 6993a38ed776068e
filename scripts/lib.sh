# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.sh, test.sh and .ci/run; to be sourced. The caller has set -euo pipefail.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$project/build/logs
# Where ccache is installed: let checkouts in other folders share what is compiled.
export CCACHE_BASEDIR=$project CCACHE_NOHASHDIR=1

# What compiles and runs the program. qt6-websockets-dev is asked for by the CMake files of qt6-httpserver-dev,
# libqt6opengl6-dev by those of qt6-charts-dev, qt6-tools-dev-tools and qt6-l10n-tools by those of qt6-tools-dev; Debian's dependencies name none of them. libsecret-1-0,
# libqt6svg6 and libqt6sql6-sqlite are loaded at run time only.
# shellcheck disable=SC2034 # used by the scripts that source this
build_packages=(cmake ninja-build g++ qt6-base-dev qt6-svg-dev qt6-charts-dev libqt6opengl6-dev qt6-httpserver-dev
    qt6-websockets-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n qtkeychain-qt6-dev
    libsimdjson-dev libzstd-dev libqt6svg6 libqt6sql6 libqt6sql6-sqlite libsecret-1-0
    fonts-dejavu-core fonts-noto-core)

fail() {
    echo "${0##*/}: $*" >&2
    exit 1
}

# Runs a command with its output in build/logs/<name>.log, and on the terminal only when it fails.
quietly() {
    local name=$1 log=$logs/$1.log
    shift
    mkdir -p "$logs"
    if ! "$@" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        fail "$name failed; the whole log is in ${log#"$PWD"/}"
    fi
}

is_installed() {
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

apt_get() {
    local command=(env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300 "$@")
    [[ $EUID -eq 0 ]] || command=(sudo "${command[@]}")
    "${command[@]}"
}

# Installs those of the named Debian packages that are missing; asks nothing of the network when none is.
need_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        fail "no Debian system; install what these packages hold and build with CMake: $*"
    fi
    local package missing=()
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
        fail "as root, or with sudo, install these packages: ${missing[*]}"
    fi
    echo "Installing: ${missing[*]}"
    quietly apt-update apt_get update
    quietly apt-install apt_get install --no-install-recommends "${missing[@]}"
    for package in "${missing[@]}"; do
        is_installed "$package" || fail "package $package is still not installed; see build/logs/apt-install.log"
    done
}

# configure <preset> [cmake arguments]: a no-op of a second when nothing changed.
configure() {
    local preset=$1
    shift
    (cd "$project" && quietly "configure-$preset" cmake --preset "$preset" "$@")
}

# build <preset> [targets]
build() {
    local preset=$1
    shift
    local targets=()
    [[ $# -eq 0 ]] || targets=(--target "$@")
    echo "Building ($preset)"
    (cd "$project" && quietly "build-$preset" cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}")
}
