import type { ReactNode } from "react";
import type { Version } from "@/lib/history";
import { Icon } from "./icons";
import type { Tool } from "./Mask";

type Props = {
  tool: Tool;
  size: number;
  masked: boolean;
  comparing: boolean;
  canCompare: boolean;
  canUndo: boolean;
  canRedo: boolean;
  picture: Version;
  onTool(tool: Tool): void;
  onSize(size: number): void;
  onClear(): void;
  onCompare(): void;
  onStep(way: "undo" | "redo"): void;
};

export function Toolbar(props: Props) {
  return (
    <div className="toolbar" role="toolbar" aria-label="Picture tools">
      <div role="group" aria-label="Where it may change">
        <Switch icon={<Icon name="brush" />} label="Brush" on={props.tool === "brush"} onClick={() => props.onTool("brush")} />
        <Switch icon={<Icon name="box" />} label="Box" on={props.tool === "box"} onClick={() => props.onTool("box")} />
        {props.tool === "brush" && <input type="range" min={8} max={160} value={props.size} aria-label="Brush size" onChange={(event) => props.onSize(event.target.valueAsNumber)} />}
        {props.masked && <button type="button" onClick={props.onClear}>Clear</button>}
      </div>
      <div role="group" aria-label="History">
        <button type="button" onClick={() => props.onStep("undo")} disabled={!props.canUndo} title="Undo (Ctrl Z)"><Icon name="undo" /><span>Undo</span></button>
        <button type="button" onClick={() => props.onStep("redo")} disabled={!props.canRedo} title="Redo (Ctrl Shift Z)"><Icon name="redo" /><span>Redo</span></button>
        <Switch icon={<Icon name="compare" />} label="Compare" on={props.comparing} disabled={!props.canCompare} onClick={props.onCompare} />
        <a href={props.picture.url} download="picture.png" title="Save the picture"><Icon name="save" /><span>Save</span></a>
      </div>
    </div>
  );
}

type SwitchProps = { icon: ReactNode; label: string; on: boolean; disabled?: boolean; onClick(): void };

function Switch({ icon, label, on, disabled, onClick }: SwitchProps) {
  return (
    <button type="button" aria-pressed={on} disabled={disabled} onClick={onClick} title={label}>
      {icon}
      <span>{label}</span>
    </button>
  );
}
