import { eventStream, readEvents } from "@/lib/events";
import { plantain, problemOf, refusal } from "@/lib/plantain";
import type { TaskEvent } from "@/lib/wire";

type Context = { params: Promise<{ id: string }> };
/** A task as the picture server tells of it; what the page has no need of is left out. */
type Task = Pick<TaskEvent, "status" | "progress"> & {
  images: { notes: { message: string }[] }[];
  error?: { code: string; message: string };
};

/** Follows a task: the picture server's events, cut down to what the page shows. */
export async function GET(request: Request, { params }: Context) {
  const { id } = await params;
  try {
    const reply = await plantain(`/tasks/${encodeURIComponent(id)}/events`, { signal: request.signal });
    if (!reply.ok) return refusal(reply);
    return eventStream(follow(reply), (error): TaskEvent => ({ status: "failed", progress: 0, notes: [], problem: problemOf(error) }));
  } catch (error) {
    return Response.json(problemOf(error), { status: 502 });
  }
}

async function* follow(reply: Response): AsyncGenerator<TaskEvent> {
  for await (const { status, progress, images, error } of readEvents<Task>(reply)) {
    const notes = images.flatMap((image) => image.notes.map((note) => note.message));
    yield { status, progress, notes, ...(error && { problem: { code: error.code, message: error.message } }) };
  }
}

/** Gives a task up. */
export async function DELETE(_: Request, { params }: Context) {
  const { id } = await params;
  const reply = await plantain(`/tasks/${encodeURIComponent(id)}/cancel`, { method: "POST" });
  // 409: it ended before we came.
  return reply.ok || reply.status === 409 ? new Response(null, { status: 204 }) : refusal(reply);
}
