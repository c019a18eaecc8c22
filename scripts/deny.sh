#!/usr/bin/env bash
# Checks licences, bans and sources of all dependencies with cargo-deny, which it installs when it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! cargo deny --version >/dev/null 2>&1; then
    echo "deny: installing cargo-deny"
    cargo install --quiet --locked cargo-deny --version 0.20.2
fi
# Crates of other platforms are checked too, and nothing else downloads them.
cargo fetch --quiet --locked
cargo deny --offline check licenses bans sources
