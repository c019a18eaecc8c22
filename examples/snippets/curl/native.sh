#!/usr/bin/env bash
# Plantain's own API: the picture itself as the reply, a form that changes it, and a vector of the same poster for print.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

base=$url/plantain/v1
poster='"prompt": "poster \"Harvest Fair\" with a pumpkin", "seed": 7'

curl -sS --fail-with-body "$base/images/generate" -H "authorization: Bearer $key" \
  -d "{$poster, \"size\": \"1024x1536\", \"output\": \"binary\"}" -o native.png
echo 'Saved native.png'

curl -sS --fail-with-body "$base/images/edit" -H "authorization: Bearer $key" \
  -F image=@native.png -F 'prompt=change "Harvest Fair" to "Winter Fair"' -F output=binary -o native-winter.png
echo 'Saved native-winter.png'

curl -sS --fail-with-body "$base/images/generate" -H "authorization: Bearer $key" \
  -d "{$poster, \"size\": \"1024x1536\", \"format\": \"pdf\", \"output\": \"binary\"}" -o native.pdf
echo 'Saved native.pdf'
