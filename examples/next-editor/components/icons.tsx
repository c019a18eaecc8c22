const PATHS = {
  brush: "M16.5 3.5 9 11m0 0c-2 0-3 1-3 3 0 1.5-1 2.5-3 2.5 1 1 6 1.5 8-.5 1-1 1-2.5.5-3.5z",
  box: "M3.5 5.5h13v9h-13z",
  compare: "M3 4.5h14v11H3zM10 2.5v15M13 8v4",
  undo: "M4 8h8a4 4 0 0 1 0 8H8M7 4.5 3.5 8 7 11.5",
  redo: "M16 8H8a4 4 0 0 0 0 8h4m1-11.5L16.5 8 13 11.5",
  save: "M10 3v9M6.5 9 10 12.5 13.5 9M4 16.5h12",
  fresh: "M10 4v12M4 10h12",
  send: "M10 16V4M5 9l5-5 5 5",
  stop: "M6 6h8v8H6z",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} strokeDasharray={name === "box" ? "3 2.4" : undefined} />
    </svg>
  );
}
