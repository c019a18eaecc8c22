// An avatar, called for as an app on a phone would: over a line that stalls and breaks, and paid for once.
//
// Nothing but fetch is used, so the same file works in a browser, in React Native and in Node 20 or later.

const SIDE = 512;
/** How long one try may take, how often it is tried, and the first pause, which doubles. */
const PATIENCE = { timeoutMs: 8000, tries: 4, pauseMs: 250 };

/** What is asked of the server and gone wrong for good. */
export class AvatarError extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

export class Avatars {
  /** `cache` is anything with get(key) and set(key, {url, etag, bytes}): a Map, or what the phone keeps on its disk. */
  constructor({ url, key = "any", cache = new Map(), patience = {} }) {
    Object.assign(this, { url, key, cache, patience: { ...PATIENCE, ...patience } });
  }

  /**
   * Returns the avatar's bytes: `photo`, squared and toned as the words say; or what the words describe ("smiling astronaut
   * with glasses, navy background"); or, without words, the initials of `user`. A user always gets the same one.
   */
  async get({ user, words, photo }) {
    const wish = JSON.stringify({ user, words, photo: photo && (await digest(photo)) });
    const kept = this.cache.get(wish);
    if (kept) {
      const bytes = await this.#refresh(kept);
      if (bytes) return bytes;
    }
    // The wish decides on the key: a try that was answered into a dead line is found again, not drawn and paid for twice.
    const once = await digest(new TextEncoder().encode(wish));
    const seed = parseInt((await digest(new TextEncoder().encode(user))).slice(0, 12), 16);
    const order = photo ? { image: base64(photo), prompt: `${words ?? "brighten it"}, crop to a square` } : { prompt: described(user, words), seed };
    const task = await this.#order({ ...order, size: `${SIDE}x${SIDE}`, tags: ["avatar"] }, once);
    const [{ url }] = task.images;
    const reply = await this.#try(url, {});
    const bytes = new Uint8Array(await reply.arrayBuffer());
    this.cache.set(wish, { url, etag: reply.headers.get("etag"), bytes });
    return bytes;
  }

  /** Returns the kept picture if the server says that it is still the same, and nothing if it is gone there. */
  async #refresh({ url, etag, bytes }) {
    try {
      const reply = await this.#try(url, { headers: { "if-none-match": etag } });
      return reply.status === 304 ? bytes : new Uint8Array(await reply.arrayBuffer());
    } catch (error) {
      // Without a line the kept one is shown; a link that has ended is asked for anew.
      return error.code === "offline" ? bytes : null;
    }
  }

  async #order(order, once) {
    const headers = { authorization: `Bearer ${this.key}`, "content-type": "application/json", "idempotency-key": once, prefer: "wait=6" };
    const body = JSON.stringify(order);
    let reply = await this.#try(`${this.url}/plantain/v1/tasks`, { method: "POST", headers, body });
    let task = await reply.json();
    while (task.status === "queued" || task.status === "running") {
      // Drawing takes longer than one wait; the same call goes on waiting.
      reply = await this.#try(`${this.url}/plantain/v1/tasks`, { method: "POST", headers, body });
      task = await reply.json();
    }
    if (task.status !== "succeeded") throw new AvatarError(task.error?.message ?? `The avatar was ${task.status}.`, task.error?.code);
    return task;
  }

  /** Asks until there is an answer: silence, a broken line and a server in trouble are tried again, a refusal is not. */
  async #try(url, request) {
    const { timeoutMs, tries, pauseMs } = this.patience;
    let failure;
    for (let attempt = 0; attempt < tries; attempt++) {
      if (attempt) await pause(failure?.retryAfterMs ?? pauseMs * 2 ** (attempt - 1));
      try {
        const reply = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
        if (reply.ok || reply.status === 304) return reply;
        const { error } = await reply.json().catch(() => ({}));
        failure = new AvatarError(error?.message ?? `The server answered ${reply.status}.`, error?.code ?? String(reply.status));
        if (reply.status < 500 && reply.status !== 429) throw failure;
        failure.retryAfterMs = retryAfterMs(reply);
      } catch (error) {
        if (error === failure) throw error;
        failure = new AvatarError("The picture server cannot be reached.", "offline");
      }
    }
    throw failure;
  }
}

function retryAfterMs(reply) {
  const seconds = Number(reply.headers.get("retry-after") ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

function described(user, words) {
  if (words) return `avatar: ${words}`;
  const names = user.trim().split(/\s+/);
  const letters = (names.length > 1 ? [names[0], names.at(-1)] : names).map((name) => [...name][0].toLocaleUpperCase());
  return `monogram "${letters.join("")}"`;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function base64(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
