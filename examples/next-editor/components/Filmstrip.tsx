import { at, type History } from "@/lib/history";

/** Every picture there was, oldest first; any of them can be gone back to. */
export function Filmstrip({ history, onGo }: { history: History; onGo(id: number): void }) {
  return (
    <nav className="filmstrip" aria-label="Steps">
      <ol>
        {history.versions.map((version, index) => {
          const previous = history.versions[index - 1];
          const branch = version.parent !== null && version.parent !== previous?.id;
          return (
            <li key={version.id}>
              <button type="button" aria-current={version.id === history.head || undefined} onClick={() => onGo(version.id)}>
                <img src={version.url} alt="" />
                <span>
                  {version.words}
                  {(branch || version.masked) && <small>{[branch && `from step ${at(history, version.parent)?.id}`, version.masked && "inside a mark"].filter(Boolean).join(", ")}</small>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
