#!/usr/bin/env bash
# Gemini: a poster, then a change to it. Pictures travel inside the JSON, in both directions.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

call() {
  curl -sS --fail-with-body "$url/gemini/v1beta/models/gemini-3.1-flash-image-preview:generateContent" \
    -H "x-goog-api-key: $key" -H 'content-type: application/json' --data-binary @-
}
picture='[.candidates[0].content.parts[] | select(.inlineData and (.thought | not))][0].inlineData.data'

call <<'JSON' | jq -er "$picture" | base64 -d > gemini.png
{
  "contents": [{"parts": [{"text": "poster \"Harvest Fair\" with a pumpkin"}]}],
  "generationConfig": {"responseModalities": ["IMAGE"], "imageConfig": {"aspectRatio": "2:3", "imageSize": "1K"}}
}
JSON
echo 'Saved gemini.png'

jq -n --rawfile data <(base64 -w0 gemini.png) '{contents: [{parts: [
    {inlineData: {mimeType: "image/png", data: $data}},
    {text: "change \"Harvest Fair\" to \"Winter Fair\""}
  ]}]}' | call | jq -er "$picture" | base64 -d > gemini-winter.png
echo 'Saved gemini-winter.png'
