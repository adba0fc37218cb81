import { LastCheck } from "@/features/storage/LastCheck";
import { Locations } from "@/features/storage/Locations";

/** Where files lie, and whether they are all there. */
export default function StoragePage() {
  return (
    <div className="flex flex-col gap-5">
      <Locations />
      <LastCheck />
    </div>
  );
}
