#!/usr/bin/env bash
# fal: the queue draws (submit, ask, fetch), a run that is waited for changes. Pictures are links.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

call() {
  curl -sS --fail-with-body -H "authorization: Key $key" -H 'content-type: application/json' "$@"
}

id=$(call "$url/fal/queue/fal-ai/nano-banana-2" \
  -d '{"prompt": "poster \"Harvest Fair\" with a pumpkin", "aspect_ratio": "2:3"}' | jq -er .request_id)
requests=$url/fal/queue/fal-ai/nano-banana-2/requests/$id
until call "$requests/status" | jq -e '.status == "COMPLETED"' > status.txt; do sleep 0.2; done
picture=$(call "$requests" | jq -er '.images[0].url')
curl -sS --fail-with-body "$picture" -o fal.png
echo 'Saved fal.png'

jq -n --arg picture "$picture" '{prompt: "change \"Harvest Fair\" to \"Winter Fair\"", image_urls: [$picture]}' \
  | call "$url/fal/fal-ai/nano-banana-2/edit" --data-binary @- | jq -er '.images[0].url' \
  | xargs curl -sS --fail-with-body -o fal-winter.png
echo 'Saved fal-winter.png'
