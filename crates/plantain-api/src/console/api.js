// The native API, as the console uses it.

/** Sends a request for pictures and returns the reply; throws an Error whose message says what to do. */
export async function generate(request, key, signal) {
  const headers = { "content-type": "application/json" };
  if (key) headers.authorization = `Bearer ${key}`;
  const reply = await fetch("/plantain/v1/images/generate", { method: "POST", headers, body: JSON.stringify(request), signal });
  let body = null;
  try {
    body = await reply.json();
  } catch {
    throw new Error(`The server answered ${reply.status} without JSON.`);
  }
  if (!reply.ok) {
    const error = body?.error ?? {};
    throw new Error(error.message ?? `The server answered ${reply.status}.`);
  }
  return body;
}

/** Returns an object URL of a picture in the reply. */
export function pictureUrl(image) {
  const binary = atob(image.b64_json);
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: image.media_type }));
}
