// Every picture is kept. Going back and saying something else begins a branch; nothing is lost by it.

export type Version = {
  id: number;
  parent: number | null;
  /** What was said to get here. */
  words: string;
  picture: Blob;
  /** Object URL of the picture. */
  url: string;
  width: number;
  height: number;
  /** Whether a mask bounded the change. */
  masked: boolean;
};

export type History = { versions: Version[]; head: number | null; undone: number[] };

export const EMPTY: History = { versions: [], head: null, undone: [] };

export type Step = { do: "add"; version: Omit<Version, "id"> } | { do: "undo" } | { do: "redo" } | { do: "go"; to: number };

export const at = ({ versions }: History, id: number | null) => versions.find((version) => version.id === id);

export function history(now: History, step: Step): History {
  switch (step.do) {
    case "add": {
      const id = now.versions.length + 1;
      return { versions: [...now.versions, { ...step.version, id }], head: id, undone: [] };
    }
    case "undo": {
      const parent = at(now, now.head)?.parent;
      return parent && now.head ? { ...now, head: parent, undone: [...now.undone, now.head] } : now;
    }
    case "redo": {
      const next = now.undone.at(-1);
      return next ? { ...now, head: next, undone: now.undone.slice(0, -1) } : now;
    }
    case "go":
      return { ...now, head: step.to, undone: [] };
  }
}
