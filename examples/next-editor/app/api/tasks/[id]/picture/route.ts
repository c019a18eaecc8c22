import { plantain, refusal } from "@/lib/plantain";

/** Hands the task's picture over: the picture server need not be reachable by the browser. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const reply = await plantain(`/tasks/${encodeURIComponent(id)}`);
  if (!reply.ok) return refusal(reply);
  const { images } = (await reply.json()) as { images: { url?: string; media_type: string }[] };
  const [image] = images;
  if (!image?.url) return Response.json({ code: "no_picture", message: "This task has no picture." }, { status: 404 });
  const picture = await fetch(image.url);
  return new Response(picture.body, { status: picture.status, headers: { "content-type": image.media_type } });
}
