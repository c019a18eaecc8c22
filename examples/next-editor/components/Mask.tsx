"use client";

import { useEffect, useImperativeHandle, useRef, type KeyboardEvent, type PointerEvent, type Ref } from "react";

export type Tool = "brush" | "box" | null;
export type MaskHandle = { file(): Promise<Blob | null>; clear(): void };

type Rectangle = { x: number; y: number; width: number; height: number };
type Props = { ref: Ref<MaskHandle>; width: number; height: number; tool: Tool; size: number; onUsed(used: boolean): void };

/** Step of the box under the arrow keys, as a share of the picture. */
const STEP = 1 / 40;
/** Colour of the marks on the screen. */
const MARK = "#f4511e";

/** A sheet over the picture, in the picture's own pixels, on which the user marks where it may change. */
export function Mask({ ref, width, height, tool, size, onUsed }: Props) {
  const sheet = useRef<HTMLCanvasElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const box = useRef<Rectangle | null>(null);
  const used = useRef(false);

  const paper = () => sheet.current!.getContext("2d", { willReadFrequently: true })!;
  const use = (now: boolean) => {
    used.current = now;
    onUsed(now);
  };
  const clear = () => {
    paper().clearRect(0, 0, width, height);
    box.current = null;
    use(false);
  };

  useEffect(clear, [width, height]); // eslint-disable-line react-hooks/exhaustive-deps
  useImperativeHandle(ref, () => ({ clear, file: async () => (used.current ? whiteOnBlack(sheet.current!) : null) }));

  const place = (event: PointerEvent) => {
    const bounds = sheet.current!.getBoundingClientRect();
    return { x: ((event.clientX - bounds.left) / bounds.width) * width, y: ((event.clientY - bounds.top) / bounds.height) * height };
  };

  const drawBox = (next: Rectangle) => {
    box.current = next;
    const ink = paper();
    ink.clearRect(0, 0, width, height);
    ink.fillStyle = MARK;
    ink.fillRect(next.x, next.y, next.width, next.height);
    use(next.width > 0 && next.height > 0);
  };

  const mark = (event: PointerEvent) => {
    if (!from.current) return;
    const to = place(event);
    const { x, y } = from.current;
    if (tool === "box") {
      drawBox({ x: Math.min(x, to.x), y: Math.min(y, to.y), width: Math.abs(to.x - x), height: Math.abs(to.y - y) });
      return;
    }
    const ink = paper();
    // The brush is as wide on the screen whatever the picture's size.
    const scale = width / sheet.current!.getBoundingClientRect().width;
    Object.assign(ink, { lineWidth: size * scale, lineCap: "round", strokeStyle: MARK });
    ink.beginPath();
    ink.moveTo(x, y);
    ink.lineTo(to.x, to.y);
    ink.stroke();
    from.current = to;
    use(true);
  };

  const press = (event: PointerEvent) => {
    if (!tool || event.button !== 0) return;
    sheet.current!.setPointerCapture(event.pointerId);
    from.current = place(event);
    mark(event);
  };

  /** The box by the keyboard: arrows move it, with Shift they resize it. */
  const nudge = (event: KeyboardEvent) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (tool !== "box" || !way) return;
    event.preventDefault();
    const { x, y, width: wide, height: high } = box.current ?? { x: width / 4, y: height / 4, width: width / 2, height: height / 2 };
    const [dx, dy] = [way[0]! * width * STEP, way[1]! * height * STEP];
    const within = (value: number, max: number) => Math.min(Math.max(value, 0), max);
    if (event.shiftKey) drawBox({ x, y, width: within(wide + dx, width - x), height: within(high + dy, height - y) });
    else drawBox({ x: within(x + dx, width - wide), y: within(y + dy, height - high), width: wide, height: high });
  };

  return (
    <canvas
      ref={sheet}
      className="mask"
      data-tool={tool ?? undefined}
      width={width}
      height={height}
      tabIndex={tool ? 0 : -1}
      aria-label="Where the picture may change. With the box tool, arrow keys move the box and Shift with arrow keys resizes it."
      onPointerDown={press}
      onPointerMove={mark}
      onPointerUp={() => (from.current = null)}
      onPointerCancel={() => (from.current = null)}
      onKeyDown={nudge}
    />
  );
}

/** Returns the marks as the server takes them: white is where the picture may change. */
async function whiteOnBlack(marks: HTMLCanvasElement): Promise<Blob> {
  const sheet = new OffscreenCanvas(marks.width, marks.height);
  const ink = sheet.getContext("2d")!;
  const fill = (style: string, how: GlobalCompositeOperation) => {
    Object.assign(ink, { fillStyle: style, globalCompositeOperation: how });
    ink.fillRect(0, 0, sheet.width, sheet.height);
  };
  ink.drawImage(marks, 0, 0);
  fill("#fff", "source-in");
  fill("#000", "destination-over");
  return sheet.convertToBlob({ type: "image/png" });
}
