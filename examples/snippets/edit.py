import os
import requests

API_KEY = os.environ["EVOLINK_API_KEY"]
BASE_URL = "http://127.0.0.1:8080/v1"
MODEL = "gemini-3.1-flash-image-preview"

response = requests.post(
    f"{BASE_URL}/images/generate",
    headers={"Authorization": f"Bearer {API_KEY}"},
    json={
        "model": MODEL,
        "prompt": "minimalist product label, white background, clean typography, 4K",
        "resolution": "3840x2160",
        "format": "png"
    }
)

image_url = response.json()["data"]["url"]
print(f"Image ready: {image_url}")
