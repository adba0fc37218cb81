import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ControlProps } from "@verbatim/ui/field";
import { Picker, PickerButton, type Choice } from "@verbatim/ui/picker";
import { t } from "@verbatim/ui/texts";
import { useState } from "react";
import { nameOf } from "@/lib/session";
import { usersQuery, type User } from "./api";

const SHOWN = 20;

interface HeirPickerProps {
  control: ControlProps;
  /** Whose things are given away. */
  user: User;
  heir: Choice | null;
  /** What is said while nobody is chosen. */
  nobody: string;
  onChoose: (heir: Choice | null) => void;
}

/** Chooses who takes over, among all who may sign in: the server searches, however many there are. */
export function HeirPicker({ control, user, heir, nobody, onChoose }: HeirPickerProps) {
  const [search, setSearch] = useState<string | null>(null);
  const { data, isPending } = useQuery({
    ...usersQuery({ status: "active", search: search || undefined }, 1, undefined, SHOWN),
    enabled: search !== null,
    placeholderData: keepPreviousData,
  });
  const items = (data?.items ?? []).filter(({ id }) => id !== user.id).map((other) => ({ id: other.id, name: `${nameOf(other)} (${other.email})` }));
  const name = heir?.name ?? nobody;
  return (
    <Picker
      label={t("Accounts")}
      choices={{ items, more: (data?.total ?? 0) > SHOWN, pending: isPending }}
      onSearch={setSearch}
      first={{ id: "", name: nobody }}
      chosen={[heir?.id ?? ""]}
      onChoose={(chosen) => onChoose(chosen.id ? chosen : null)}
      empty={t("Nobody else may sign in.")}
      trigger={
        <PickerButton {...control} className="w-full" aria-label={t("Who takes over: {name}", { name })}>
          {name}
        </PickerButton>
      }
    />
  );
}
