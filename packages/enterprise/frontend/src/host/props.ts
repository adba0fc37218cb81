/** What a host gives: the manifest's route for a page, or the name of the slot. */
export interface HostProps {
  route?: { path?: string } | null;
  slot?: string | null;
  /** In slots beside a recording. */
  recordingId?: string | null;
}

/** What of that a slot's part gets. */
export interface SlotProps {
  recordingId?: string | null;
}

export type Unmount = () => void;
export type Mount = (element: HTMLElement, props: HostProps) => Unmount;
