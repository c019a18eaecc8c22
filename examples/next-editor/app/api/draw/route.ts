import { eventStream } from "@/lib/events";
import { openai, problemOf } from "@/lib/plantain";
import { SHAPES, type DrawEvent, type Shape } from "@/lib/wire";

/** Draws a prompt by OpenAI's own client, and passes its previews on as they come. */
export async function POST(request: Request) {
  const { prompt, shape } = (await request.json()) as { prompt: string; shape: Shape };
  return eventStream(draw(prompt, SHAPES[shape] ?? SHAPES.square, request.signal), (error): DrawEvent => ({ kind: "problem", ...problemOf(error) }));
}

async function* draw(prompt: string, size: string, signal: AbortSignal): AsyncGenerator<DrawEvent> {
  const options = { model: "gpt-image-1", prompt, size: size as "1024x1024", stream: true, partial_images: 3 } as const;
  for await (const event of await openai.images.generate(options, { signal })) {
    const kind = event.type === "image_generation.completed" ? "picture" : "preview";
    yield { kind, picture: event.b64_json };
  }
}
