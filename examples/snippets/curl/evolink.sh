#!/usr/bin/env bash
# Evolink: everything is a task that is asked about; pictures are links.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

call() {
  curl -sS --fail-with-body -H "authorization: Bearer $key" -H 'content-type: application/json' "$@"
}
# Makes a task of the JSON on standard input, waits for it and prints the link to its picture.
task() {
  local id
  id=$(call "$url/evolink/v1/images/generations" --data-binary @- | jq -er .id)
  until call "$url/evolink/v1/tasks/$id" | tee task.json | jq -e '.status | IN("completed", "failed")' > status.txt; do sleep 0.2; done
  jq -er '.results[0]' task.json
}

picture=$(task <<'JSON'
{"model": "gemini-3.1-flash-image-preview", "prompt": "poster \"Harvest Fair\" with a pumpkin", "size": "2:3", "quality": "1K"}
JSON
)
curl -sS --fail-with-body "$picture" -o evolink.png
echo 'Saved evolink.png'

picture=$(jq -n --arg picture "$picture" '{
    model: "gemini-3.1-flash-image-preview",
    prompt: "change \"Harvest Fair\" to \"Winter Fair\"",
    image_urls: [$picture],
    size: "2:3",
    quality: "1K"
  }' | task)
curl -sS --fail-with-body "$picture" -o evolink-winter.png
echo 'Saved evolink-winter.png'
