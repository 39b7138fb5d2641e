#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Runs both processes: run.sh BUILD_DIRECTORY [--close-first]
set -e
build=${1:?usage: run.sh BUILD_DIRECTORY [--close-first]}
shift
here=$(dirname "$0")
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

"$build/bin/tpc-as" "$here/scale.s" -o "$temp/scale.o"
"$build/bin/dmabuf-import" "$temp/socket" "$temp/scale.o" &
importer=$!
status=0
"$build/bin/dmabuf-export" "$@" "$temp/socket" || status=$?
# If the exporter failed, the importer may wait for it in vain.
if [ $status -ne 0 ]; then
	kill $importer 2>/dev/null || true
fi
wait $importer || status=$?
exit $status
