#!/usr/bin/env bash
# WisGate: Gemini's dialect under another base, with sizes of its own.
set -euo pipefail
url=${PLANTAIN_URL:-http://127.0.0.1:8080}
key=${PLANTAIN_KEY:-any}

call() {
  curl -sS --fail-with-body "$url/wisgate/v1beta/models/gemini-3.1-flash-image-preview:generateContent" \
    -H "x-goog-api-key: $key" -H 'content-type: application/json' --data-binary @-
}
picture='[.candidates[0].content.parts[] | select(.inlineData and (.thought | not))][0].inlineData.data'

call <<'JSON' | jq -er "$picture" | base64 -d > wisgate.png
{
  "contents": [{"parts": [{"text": "poster \"Harvest Fair\" with a pumpkin"}]}],
  "generationConfig": {"responseModalities": ["IMAGE"], "imageConfig": {"aspectRatio": "1:1", "imageSize": "0.5K"}}
}
JSON
echo 'Saved wisgate.png'

jq -n --rawfile data <(base64 -w0 wisgate.png) '{contents: [{parts: [
    {inlineData: {mimeType: "image/png", data: $data}},
    {text: "change \"Harvest Fair\" to \"Winter Fair\""}
  ]}]}' | call | jq -er "$picture" | base64 -d > wisgate-winter.png
echo 'Saved wisgate-winter.png'
