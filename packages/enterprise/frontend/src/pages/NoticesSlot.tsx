import { Notices } from "@/features/license/Notices";

/** Above every page: what everybody, or those who can act, must know of the licence. */
export default function NoticesSlot() {
  return <Notices />;
}
