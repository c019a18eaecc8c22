// What travels between the page and our own server.

/** A step of drawing: previews first, then the picture, or what went wrong. Pictures are base64. */
export type DrawEvent =
  | { kind: "preview"; picture: string }
  | { kind: "picture"; picture: string }
  | { kind: "problem"; code: string; message: string };

/** How an edit stands. */
export type TaskEvent = {
  status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
  /** Percent. */
  progress: number;
  notes: string[];
  problem?: { code: string; message: string };
};

export const SHAPES = { square: "1024x1024", portrait: "1024x1536", landscape: "1536x1024", wide: "1792x1024" } as const;
export type Shape = keyof typeof SHAPES;
