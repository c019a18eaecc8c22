#!/usr/bin/env bash
# Replicate: predictions that are waited for; pictures are links.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

predict() {
  curl -sS --fail-with-body "$url/replicate/v1/models/google/nano-banana-2/predictions" \
    -H "authorization: Bearer $key" -H 'content-type: application/json' -H 'prefer: wait=60' --data-binary @- | jq -er .output
}

picture=$(predict <<'JSON'
{"input": {"prompt": "poster \"Harvest Fair\" with a pumpkin", "aspect_ratio": "2:3", "output_format": "png"}}
JSON
)
curl -sS --fail-with-body "$picture" -o replicate.png
echo 'Saved replicate.png'

picture=$(jq -n --arg picture "$picture" '{input: {
    prompt: "change \"Harvest Fair\" to \"Winter Fair\"",
    image_input: [$picture],
    output_format: "png"
  }}' | predict)
curl -sS --fail-with-body "$picture" -o replicate-winter.png
echo 'Saved replicate-winter.png'
