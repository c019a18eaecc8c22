#!/bin/sh
# Fetches the icon, emoji and flag packages by npm and bakes them, with crates/plantain-art/drawn, into crates/plantain-art/data.
set -eu
work=${1:-/tmp/plantain-art}
cd "$(dirname "$0")/../.."
mkdir -p "$work"
for spec in lucide-static@1.62.0 @iconify-json/fluent-emoji-flat@1.2.6 country-flag-icons@1.6.20; do
    name=$(basename "${spec%@*}")
    [ -d "$work/$name" ] && continue
    mkdir "$work/$name"
    (cd "$work/$name" && tar xzf "$(npm pack --silent "$spec")" --strip-components=1)
done
cargo run -p xtask --features bake -- bake-art "$work/lucide-static" "$work/fluent-emoji-flat" "$work/country-flag-icons"
