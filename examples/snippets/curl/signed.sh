#!/usr/bin/env bash
# Pictures by address: a link for an <img> or a social card, signed here, drawn when somebody opens it.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

name='poster "Harvest Fair" with a pumpkin.png'
told=$(curl -sS --fail-with-body "$url/plantain/v1/renders/secret" -H "authorization: Bearer $key")
# Which key pays; none on a server without keys.
pays=$(jq -r '.key // empty' <<< "$told")
secret=$(jq -er '.secret' <<< "$told" | tr -- '-_' '+/' | sed 's/$/=/' | base64 -d | od -An -v -tx1 | tr -d ' \n')

# What is signed: the name, then each word=value in alphabetical order, a line each.
signature=$(printf '%s' "$name" ${pays:+$'\n'key="$pays"} $'\n'size=1200x630 \
  | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$secret" -binary | head -c 16 | base64 | tr '+/' '-_' | tr -d =)
address="$url/r/$signature/$(jq -rn --arg name "$name" '$name | @uri')?${pays:+key=$pays&}size=1200x630"
echo "<meta property=\"og:image\" content=\"$address\">"
curl -sS --fail-with-body "$address" -o signed.png
echo 'Saved signed.png'
