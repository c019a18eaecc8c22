#!/usr/bin/env bash
# Installs the system packages that the tests use: a browser, OCR, Python, databases. Does nothing where they are there already.
set -euo pipefail

bash "$(dirname "$0")/s3-server.sh"

need=()
command -v chromium >/dev/null || need+=(chromium)
command -v tesseract >/dev/null || need+=(tesseract-ocr)
for language in eng deu fra spa por rus chi-sim; do
    [ -e "/usr/share/tesseract-ocr/5/tessdata/${language/-/_}.traineddata" ] || need+=("tesseract-ocr-$language")
done
command -v python3 >/dev/null || need+=(python3)
python3 -c 'import venv, ensurepip' 2>/dev/null || need+=(python3-venv)
command -v pdftoppm >/dev/null || need+=(poppler-utils)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need+=(postgresql)
ls /usr/lib/*/faketime/libfaketime.so.1 >/dev/null 2>&1 || need+=(libfaketime)
command -v redis-server >/dev/null || need+=(redis-server)
for program in curl jq openssl npm; do
    command -v "$program" >/dev/null || need+=("$program")
done
command -v cc >/dev/null || need+=(build-essential)

if [ ${#need[@]} -eq 0 ]; then
    echo "setup: everything is there"
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "setup: please install: ${need[*]}" >&2
    exit 1
fi
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
export DEBIAN_FRONTEND=noninteractive
echo "setup: installing ${need[*]}"
$sudo apt-get -o Acquire::Retries=5 update -qq
$sudo apt-get -o Acquire::Retries=5 install -y -qq --no-install-recommends "${need[@]}" >/dev/null
echo "setup: done"
