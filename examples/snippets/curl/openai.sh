#!/usr/bin/env bash
# OpenAI Images: JSON draws, a form with the file changes.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

curl -sS --fail-with-body "$url/openai/v1/images/generations" \
  -H "authorization: Bearer $key" -H 'content-type: application/json' \
  -d '{"model": "gpt-image-1", "prompt": "poster \"Harvest Fair\" with a pumpkin", "size": "1024x1536"}' \
  | jq -er '.data[0].b64_json' | base64 -d > openai.png
echo 'Saved openai.png'

curl -sS --fail-with-body "$url/openai/v1/images/edits" \
  -H "authorization: Bearer $key" \
  -F model=gpt-image-1 -F image=@openai.png -F 'prompt=change "Harvest Fair" to "Winter Fair"' \
  | jq -er '.data[0].b64_json' | base64 -d > openai-winter.png
echo 'Saved openai-winter.png'
