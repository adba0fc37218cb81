import { Budgets } from "@/features/models/Budgets";
import { Servers } from "@/features/models/Servers";
import { UsageTable } from "@/features/models/UsageTable";

/** Language models of the installation: where they answer, what they may cost, and what they did. */
export default function ModelsPage() {
  return (
    <div className="flex flex-col gap-5">
      <Servers />
      <Budgets />
      <UsageTable />
    </div>
  );
}
