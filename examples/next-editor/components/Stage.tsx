"use client";

import { useEffect, useRef, useState, type Ref } from "react";
import type { Version } from "@/lib/history";
import { Mask, type MaskHandle, type Tool } from "./Mask";

type Props = { version: Version; before?: Version; tool: Tool; size: number; mask: Ref<MaskHandle>; onUsed(used: boolean): void };

/** The picture, as large as its place allows; on top of it the mask, or the picture before behind a slider. */
export function Stage({ version, before, tool, size, mask, onUsed }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  const [share, setShare] = useState(50);

  useEffect(() => {
    const fit = () => {
      const { width, height } = room.current!.getBoundingClientRect();
      setScale(Math.min(width / version.width, height / version.height));
    };
    const watch = new ResizeObserver(fit);
    watch.observe(room.current!);
    fit();
    return () => watch.disconnect();
  }, [version.width, version.height]);

  const frame = { width: version.width * scale, height: version.height * scale };
  return (
    <div className="room" ref={room}>
      <figure className="frame" style={frame}>
        <img src={version.url} alt={version.words} draggable={false} />
        {before ? (
          <>
            <img src={before.url} alt="" draggable={false} style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }} />
            <span className="tag left">Before</span>
            <span className="tag right">After</span>
            <i className="line" style={{ left: `${share}%` }} />
            <input className="split" type="range" value={share} aria-label="Share of the picture before" onChange={(event) => setShare(event.target.valueAsNumber)} />
          </>
        ) : (
          <Mask ref={mask} width={version.width} height={version.height} tool={tool} size={size} onUsed={onUsed} />
        )}
      </figure>
    </div>
  );
}
