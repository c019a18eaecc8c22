#!/usr/bin/env bash
# Installs the S3 server that the tests start: small, keeps its buckets in folders, checks signatures.
set -euo pipefail

version=0.14.1
if s3s-fs --version 2>/dev/null | grep -q " $version\$"; then
    echo "s3-server: s3s-fs $version is there"
    exit 0
fi
echo "s3-server: installing s3s-fs $version"
cargo install --quiet --locked s3s-fs --version "$version" --features binary
