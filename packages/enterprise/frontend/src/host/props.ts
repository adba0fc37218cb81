/** What a host gives: the manifest's route for a page, or the name of the slot. */
export interface HostProps {
  route?: { path?: string } | null;
  slot?: string | null;
}

export type Unmount = () => void;
export type Mount = (element: HTMLElement, props: HostProps) => Unmount;
