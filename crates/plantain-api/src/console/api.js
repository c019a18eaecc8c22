// The native API, as the console uses it.

/** What the server refused, with its code and a message that says what to do. */
export class Refusal extends Error {
  constructor(status, error) {
    super(error.message ?? `The server answered ${status}.`);
    Object.assign(this, { name: "Refusal", status, code: error.code, field: error.field });
  }
}

/** Sends a request to a path under /plantain/v1 and returns the JSON of the reply; none where it has no body. */
export async function call(method, path, key, body, signal) {
  const headers = {};
  if (body !== undefined) headers["content-type"] = "application/json";
  if (key) headers.authorization = `Bearer ${key}`;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const reply = await fetch(`/plantain/v1${path}`, { method, headers, body: text, signal });
  if (reply.status === 204) return null;
  let json = null;
  try {
    json = await reply.json();
  } catch {
    throw new Refusal(reply.status, { message: `The server answered ${reply.status} without JSON.` });
  }
  if (!reply.ok) throw new Refusal(reply.status, json?.error ?? {});
  return json;
}

/** Draws a prompt. */
export const generate = (request, key, signal) => call("POST", "/images/generate", key, request, signal);

/** Returns an object URL of a picture in the reply. */
export function pictureUrl(image) {
  const binary = atob(image.b64_json);
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: image.media_type }));
}

/** Returns a link of ours without its host: the page may be reached under another name than the links are made for. */
export function ownPath(url) {
  if (!url) return undefined;
  const { pathname, search } = new URL(url, location.href);
  return pathname + search;
}
