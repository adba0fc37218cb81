#!/bin/sh
# Installs Verbatim from this folder, without a network: sh install.sh [FOLDER]
# FOLDER is where it is to stay, /opt/verbatim if you name none; PYTHON=/path/to/python3 chooses another Python.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
target=${1:-/opt/verbatim}
python=${PYTHON:-python3}

stop() {
    echo "install.sh: $1" >&2
    exit 1
}

command -v "$python" > /dev/null || stop "There is no $python here. Install Python, or name one: PYTHON=/path/to/python3"
fits=$(cat "$here/fits.txt")
found=$("$python" -c 'import sys, sysconfig; print("cp%d%d" % sys.version_info[:2], sysconfig.get_platform())')
[ "$fits" = "$found" ] || stop "This archive is for $fits, and $python is $found. Name another Python with PYTHON=, or make an archive on a machine like this one."
(cd "$here" && sha256sum --check --quiet --strict SHA256SUMS) ||
    stop "The archive is damaged or incomplete: copy it again, and unpack it into an empty folder."

"$python" -m venv "$target" ||
    stop "No environment could be made in $target. On Debian install python3-venv; and $target must be yours to write."
pip() {
    "$target/bin/python" -I -m pip --isolated --disable-pip-version-check --quiet install --no-index "$@" ||
        stop "The wheels could not be installed; pip says why above. What was there may be incomplete: mend that and start again."
}
pip --find-links "$here/wheels" --constraint "$here/constraints.txt" "verbatim-backend[whisper,client]" verbatim-enterprise
# Another build of the same version replaces what is there.
pip --no-deps --force-reinstall "$here"/wheels/verbatim_*.whl
"$target/bin/verbatim" --version > /dev/null || stop "What was installed does not start."
echo "Verbatim $("$target/bin/verbatim" --version) is in $target. Start it with"
echo "    VERBATIM_MODE=enterprise VERBATIM_DATA_DIR=/var/lib/verbatim $target/bin/verbatim serve"
echo "or as a service: guides/install.md, “As a service”, from its third command on."
