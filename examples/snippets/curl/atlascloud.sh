#!/usr/bin/env bash
# AtlasCloud: a prediction that is asked about; pictures are links.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

call() {
  curl -sS --fail-with-body -H "authorization: Bearer $key" -H 'content-type: application/json' "$@"
}
# Asks for what the JSON on standard input says, waits for it and prints the link to the picture.
predict() {
  local id
  id=$(call "$url/atlascloud/api/v1/model/generateImage" --data-binary @- | jq -er .data.id)
  until call "$url/atlascloud/api/v1/model/prediction/$id" | tee prediction.json \
    | jq -e '.data.status | IN("completed", "failed")' > status.txt; do sleep 0.2; done
  jq -er '.data.outputs[0]' prediction.json
}

picture=$(predict <<'JSON'
{"model": "google/nano-banana-2/text-to-image", "prompt": "poster \"Harvest Fair\" with a pumpkin", "aspect_ratio": "2:3", "resolution": "1k"}
JSON
)
curl -sS --fail-with-body "$picture" -o atlascloud.png
echo 'Saved atlascloud.png'

picture=$(jq -n --arg picture "$picture" '{
    model: "google/nano-banana-2/edit",
    prompt: "change \"Harvest Fair\" to \"Winter Fair\"",
    images: [$picture]
  }' | predict)
curl -sS --fail-with-body "$picture" -o atlascloud-winter.png
echo 'Saved atlascloud-winter.png'
