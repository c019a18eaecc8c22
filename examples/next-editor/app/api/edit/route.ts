import { plantain, problemOf, refusal } from "@/lib/plantain";

/** Takes the picture, the instruction and perhaps a mask, and answers with the id of the task that makes the change. */
export async function POST(request: Request) {
  const form = await request.formData();
  const mask = form.get("mask");
  const order = {
    image: await base64(form.get("image")),
    prompt: String(form.get("instruction") ?? ""),
    // White is where the picture may change.
    ...(mask && { mask: await base64(mask), mask_mode: "white" }),
  };
  try {
    const headers = { "content-type": "application/json", "idempotency-key": String(form.get("once")) };
    const reply = await plantain("/tasks", { method: "POST", headers, body: JSON.stringify(order) });
    if (!reply.ok) return refusal(reply);
    const task = (await reply.json()) as { id: string };
    return Response.json({ id: task.id }, { status: 202 });
  } catch (error) {
    return Response.json(problemOf(error), { status: 502 });
  }
}

async function base64(part: FormDataEntryValue | null): Promise<string> {
  return part instanceof Blob ? Buffer.from(await part.arrayBuffer()).toString("base64") : "";
}
