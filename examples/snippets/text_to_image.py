import os, time, requests, base64

API_KEY = os.environ["EVOLINK_API_KEY"]
BASE_URL = "http://127.0.0.1:8080/v1"

response = requests.post(
    f"{BASE_URL}/images/generate",
    headers={"Authorization": f"Bearer {API_KEY}"},
    json={"model": "gemini-3.1-flash-image-preview", "prompt": "A product dashboard UI screenshot showing monthly revenue $48,200 with a line chart, clean minimal design", "size": "1024x1024"}
)

img_b64 = response.json()["data"][0]["b64_json"]
with open("output.png", "wb") as f:
    f.write(base64.b64decode(img_b64))
print("Saved output.png")
