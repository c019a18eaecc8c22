import type { Shape } from "@/lib/wire";

const STARTS: { title: string; prompt: string; shape: Shape; look: string }[] = [
  { title: "A poster", prompt: 'jazz concert poster, title "Blue Hour Quartet", Friday 14 June, doors 8 pm, The Velvet Room, deep blue and gold', shape: "portrait", look: "night" },
  { title: "A dashboard", prompt: "A product dashboard UI screenshot showing monthly revenue $48,200 with a line chart, clean minimal design", shape: "landscape", look: "paper" },
  { title: "A still life", prompt: "three red apples and a green pear on a wooden table next to a blue vase", shape: "square", look: "wood" },
];

type Props = { busy: boolean; onStart(prompt: string, shape: Shape): void; onOpen(file: File): void };

export function Welcome({ busy, onStart, onOpen }: Props) {
  const drop = (event: React.DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file && !busy) onOpen(file);
  };
  return (
    <div className="welcome" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h2>Say what to draw.<br />Then say what to change.</h2>
      <p>Put the texts that must stand on the picture in quotes. Or drop a picture here.</p>
      <ul>
        {STARTS.map(({ title, prompt, shape, look }) => (
          <li key={title}>
            <button type="button" disabled={busy} data-look={look} onClick={() => onStart(prompt, shape)}>
              <b>{title}</b>
              {prompt}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
