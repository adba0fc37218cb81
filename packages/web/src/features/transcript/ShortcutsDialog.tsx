import { Dialog } from "@verbatim/ui/dialog";
import { Kbd } from "@verbatim/ui/kbd";

const rows: readonly [readonly string[], string][] = [
  [["Space", "K"], "Play or pause"],
  [["←", "J"], "Back 5 seconds"],
  [["→", "L"], "Forward 5 seconds"],
  [["<", ">"], "Slower, faster"],
  [["M"], "Mute"],
  [["F"], "Follow the voice"],
  [["E"], "Edit what is being said"],
  [["S"], "Split it at the word being said"],
  [["X"], "Choose a segment"],
  [["Shift ↑", "Shift ↓"], "Choose more segments"],
  [["C"], "Subtitles over a video"],
  [["Ctrl F"], "Find in this transcript"],
  [["Ctrl Z"], "Take back your last change"],
  [["Ctrl Shift Z"], "Make it again"],
  [["Tab"], "While editing: play or pause"],
  [["Enter"], "While editing: save"],
  [["Shift Enter"], "While editing: new line"],
  [["Esc"], "While editing: discard"],
  [["Ctrl K"], "Search everything"],
  [["?"], "This list"],
];

export function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <dl className="divide-y divide-border text-sm">
        {rows.map(([keyNames, what]) => (
          <div key={what} className="flex items-center justify-between gap-4 py-2">
            <dt>{what}</dt>
            <dd className="flex gap-1.5">
              {keyNames.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
