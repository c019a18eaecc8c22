// What the page asks of our own server.

import { readEvents } from "./events";
import type { DrawEvent, Shape, TaskEvent } from "./wire";

/** What could not be done, in words for the user. */
export class Refused extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

async function refused(reply: Response): Promise<Refused> {
  const { code, message } = (await reply.json().catch(() => ({}))) as { code?: string; message?: string };
  return new Refused(code ?? String(reply.status), message ?? "That did not work.");
}

function blobOf(base64: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: "image/png" });
}

/** Draws a prompt; `onPreview` gets coarser pictures on the way. */
export async function draw(prompt: string, shape: Shape, signal: AbortSignal, onPreview: (picture: Blob) => void): Promise<Blob> {
  const headers = { "content-type": "application/json" };
  const reply = await fetch("/api/draw", { method: "POST", headers, body: JSON.stringify({ prompt, shape }), signal });
  if (!reply.ok) throw await refused(reply);
  let picture: Blob | null = null;
  for await (const event of readEvents<DrawEvent>(reply)) {
    if (event.kind === "problem") throw new Refused(event.code, event.message);
    if (event.kind === "picture") picture = blobOf(event.picture);
    else onPreview(blobOf(event.picture));
  }
  if (!picture) throw new Refused("broken_off", "The drawing broke off; try it again.");
  return picture;
}

export type Edit = { image: Blob; instruction: string; mask: Blob | null };
export type Edited = { picture: Blob; notes: string[] };

/** Changes a picture; `onProgress` gets percents. Given up by the signal, the task is cancelled. */
export async function edit({ image, instruction, mask }: Edit, signal: AbortSignal, onProgress: (percent: number) => void): Promise<Edited> {
  const form = new FormData();
  form.set("image", image);
  form.set("instruction", instruction);
  form.set("once", crypto.randomUUID());
  if (mask) form.set("mask", mask);
  const made = await fetch("/api/edit", { method: "POST", body: form, signal });
  if (!made.ok) throw await refused(made);
  const task = `/api/tasks/${((await made.json()) as { id: string }).id}`;
  const giveUp = () => void fetch(task, { method: "DELETE", keepalive: true });
  signal.addEventListener("abort", giveUp);
  try {
    return await finish(task, signal, onProgress);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

async function finish(task: string, signal: AbortSignal, onProgress: (percent: number) => void): Promise<Edited> {
  const events = await fetch(task, { signal });
  if (!events.ok) throw await refused(events);
  let last: TaskEvent | null = null;
  for await (const event of readEvents<TaskEvent>(events)) {
    onProgress(event.progress);
    last = event;
  }
  if (last?.problem) throw new Refused(last.problem.code, last.problem.message);
  if (last?.status !== "succeeded") throw new Refused("broken_off", "The change broke off; try it again.");
  const picture = await fetch(`${task}/picture`, { signal });
  if (!picture.ok) throw await refused(picture);
  return { picture: await picture.blob(), notes: last.notes };
}
