#!/bin/bash
# On a Debian on which nothing is installed, bare_debian.sh SUITE (bookworm, trixie, sid) runs the README's two commands as they are;
# bare_debian.sh SUITE packages makes its packages, uses and removes them; bare_debian.sh SUITE commands packages does both.
# With packages=COMPILER it is that compiler that makes them, and a program that passes the unit tests and the goldens.
# debootstrap makes it in a temporary folder, from the mirror of this machine's own apt sources; the last commit is cloned into
# it. Fails where a command does, and at any warning. Needs root, git and debootstrap.
set -euo pipefail
suite=${1:?usage: $0 SUITE [commands] [packages[=COMPILER]]}
source=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sort -u | head -n 1)
root=$(mktemp -d)
log=$(mktemp)

clean_up() {
    for folder in dev/pts proc; do
        ! mountpoint -q "$root/$folder" || umount "$root/$folder"
    done
    rm -rf --one-file-system "$root" "$log"
}
trap clean_up EXIT
trap 'exit 1' INT TERM

# Runs a command in the bare Debian with its output in the log; says how long it took, and what it printed where it fails.
inside() {
    local began=$SECONDS code=0
    chroot "$root" env -i HOME=/root PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive \
        ${http_proxy:+http_proxy="$http_proxy"} bash -euo pipefail -c "cd /ptf-fees; $1" >"$log" 2>&1 </dev/null || code=$?
    ! grep -E 'warning:|^CMake (Deprecation )?Warning' "$log" || code=1
    ((code == 0)) || { cat "$log"; exit 1; }
    echo "$suite: $((SECONDS - began)) s (load $(cut -d ' ' -f 1 /proc/loadavg)): $1"
}

debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$log" || { tail -n 20 "$log"; exit 1; }
chmod 755 "$root" # mktemp's 700 would keep every other user out of all of it
apt-config dump --no-empty Acquire::Check-Valid-Until >"$root/etc/apt/apt.conf.d/as-here" # where the mirror is a snapshot
mount -t proc proc "$root/proc"
mount -t devpts devpts "$root/dev/pts"
git clone --quiet --no-hardlinks "$source" "$root/ptf-fees"

# The README's line that makes packages, and their use. Those of bookworm are kept, to be tried on later releases, too.
# An older compiler links with the library of the release's own one, for which the release's Catch2 is made.
packages() { # [COMPILER]
    local kept=$source/build/packages/bookworm with=""
    if test -n "$1"; then
        with="apt-get update && apt-get install -y g++ $1 && export CXX=$1 LDFLAGS=-L\$(dirname \$(g++ -print-file-name=libstdc++.so)) && "
    fi
    inside "$with$(grep -m 1 'preset package' "$source/README.md")"
    if test "$suite" = bookworm; then
        mkdir -p "$kept" && cp "$root"/ptf-fees/build/package/*.deb "$kept"
    elif test -d "$kept"; then
        cp -r "$kept" "$root/tmp"
    fi
    inside tests/package/installed.sh
    grep '^installed: ' "$log"
    test -n "$with" || return 0
    inside "${with}apt-get install -y catch2 nlohmann-json3-dev python3 && cmake --preset test -B build/older &&
        cmake --build build/older && ctest --test-dir build/older -R '^(unit|golden)\$'"
    sed -n '/tests passed/,$p' "$log"
}

commands() {
    inside "$("$source/tests/readme_command.sh" 1)"
    tail -n 12 "$log"
    inside "$("$source/tests/readme_command.sh" 2)"
    sed -n '/^100% tests passed/,$p' "$log"
    grep -i '^skipped: ' "$root/ptf-fees/build/release/Testing/Temporary/LastTest.log" || true
}

shift
for part in "${@:-commands}"; do
    case $part in
    commands) commands ;;
    packages) packages "" ;;
    packages=*) packages "${part#*=}" ;;
    *) echo "bare_debian.sh: '$part' is neither commands nor packages" >&2; exit 2 ;;
    esac
done
