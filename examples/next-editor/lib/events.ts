// Server-sent events, written and read.

/** Answers with one event for each value; an error that the source throws becomes the last event. */
export function eventStream<T>(source: AsyncIterable<T>, onError: (error: unknown) => T): Response {
  const encoder = new TextEncoder();
  const frame = (value: T) => encoder.encode(`data: ${JSON.stringify(value)}\n\n`);
  const values = source[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await values.next();
        if (done) return controller.close();
        controller.enqueue(frame(value));
      } catch (error) {
        controller.enqueue(frame(onError(error)));
        controller.close();
      }
    },
    // The browser went away: let the source clean up.
    async cancel() {
      await values.return?.();
    },
  });
  const headers = { "content-type": "text/event-stream", "cache-control": "no-store, no-transform" };
  return new Response(body, { headers });
}

/** Yields the data of each event of a reply. */
export async function* readEvents<T>(reply: Response): AsyncGenerator<T> {
  if (!reply.body) return;
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let rest = ""; ; ) {
      const { done, value } = await reader.read();
      if (done) return;
      const frames = (rest + value).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) {
        const lines = frame.split("\n").filter((line) => line.startsWith("data:"));
        if (lines.length) yield JSON.parse(lines.map((line) => line.slice(5)).join("\n")) as T;
      }
    }
  } finally {
    await reader.cancel();
  }
}
