import type { RowSelectionState, Updater } from "@tanstack/react-table";
import { useState } from "react";

interface Selected {
  /** What the list was asked for when they were selected. */
  of: string;
  rows: RowSelectionState;
  all: boolean;
}

const NONE: RowSelectionState = {};

interface Selection {
  selection: RowSelectionState;
  /** Whether all that match are meant, also those of other pages. */
  isAll: boolean;
  select: (updater: Updater<RowSelectionState>) => void;
  selectAll: () => void;
  clear: () => void;
}

/** Selected rows of a list. They stay through its pages, and go with its filters: with others they would be out of sight. */
export function useSelection(asked: string): Selection {
  const [selected, setSelected] = useState<Selected>({ of: asked, rows: NONE, all: false });
  const rows = selected.of === asked ? selected.rows : NONE;
  return {
    selection: rows,
    isAll: selected.of === asked && selected.all && Object.keys(rows).length > 0,
    select: (updater) => setSelected({ of: asked, rows: typeof updater === "function" ? updater(rows) : updater, all: false }),
    selectAll: () => setSelected({ of: asked, rows, all: true }),
    clear: () => setSelected({ of: asked, rows: NONE, all: false }),
  };
}
