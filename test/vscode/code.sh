#!/bin/sh
# Stands in for the desktop `code` executable: takes its arguments, runs VS Code from npm (see launcher.ts).
# A shell script, because the Node that the machine has may be too old to run TypeScript.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
exec "$here/../../node_modules/.bin/node" "$here/launcher.ts" "$@"
