import { Activity } from "@/features/audit/Activity";
import { AuditLog } from "@/features/audit/AuditLog";
import { Keeping } from "@/features/audit/Keeping";

/** Who did what, when and from where, and whether that can be proved. */
export default function AuditPage() {
  return (
    <div className="flex flex-col gap-5">
      <Activity />
      <AuditLog />
      <Keeping />
    </div>
  );
}
