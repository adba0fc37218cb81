import { Field } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import type { ReactNode } from "react";
import type { Workspace } from "./api";

interface WorkspaceFieldProps {
  label: string;
  hint?: ReactNode;
  workspaces: Workspace[];
  chosen: Workspace | undefined;
  onChoose: (workspace: Workspace | undefined) => void;
}

/** One of several workspaces; private ones are marked. */
export function WorkspaceField({ label, hint, workspaces, chosen, onChoose }: WorkspaceFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Select
          {...control}
          aria-label={label}
          value={chosen?.id ?? ""}
          options={workspaces.map(({ id, name, is_private }) => ({ value: id, label: is_private ? t("{name} (private)", { name }) : name }))}
          onValueChange={(id) => onChoose(workspaces.find((workspace) => workspace.id === id))}
        />
      )}
    </Field>
  );
}
