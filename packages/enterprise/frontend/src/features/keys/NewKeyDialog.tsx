import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { teamsQuery, workspacesQuery } from "@/features/teams/api";
import { problemsOf } from "@/lib/fields";
import { createKey, grantableQuery, useRefreshKeys, type KeyWithSecret, type Scope } from "./api";
import { isReading } from "./scopes";
import { ScopeChoice } from "./ScopeChoice";

const LIFETIMES = [30, 90, 365];
const DAY_MS = 86_400_000;
const NEVER = "never";
const ANY = "";

const lifetimes = (most: number | null) => [
  ...LIFETIMES.filter((days) => most === null || days <= most).map((days) => ({ value: String(days), label: days === 365 ? t("1 year") : t("{days} days", { days }) })),
  ...(most === null ? [{ value: NEVER, label: t("Until it is revoked") }] : LIFETIMES.includes(most) ? [] : [{ value: String(most), label: t("{most} days", { most }) }]),
];

const networks = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

interface NewKeyDialogProps {
  onClose: () => void;
  onMade: (key: KeyWithSecret) => void;
}

export function NewKeyDialog({ onClose, onMade }: NewKeyDialogProps) {
  const [name, setName] = useState("");
  const [picked, setPicked] = useState<Scope[] | null>(null);
  const [team, setTeam] = useState(ANY);
  const [workspace, setWorkspace] = useState(ANY);
  const [days, setDays] = useState("90");
  const [addresses, setAddresses] = useState("");
  const form = useId();
  const refresh = useRefreshKeys();
  const grantable = useQuery(grantableQuery(team || null)).data;
  const teams = useQuery(teamsQuery({ search: "", page: 1 })).data?.items ?? [];
  const workspaces = useQuery({ ...workspacesQuery(team), enabled: team !== ANY }).data?.items ?? [];
  const offered = (grantable?.scopes ?? []) as Scope[];
  const scopes = (picked ?? offered.filter(isReading)).filter((scope) => offered.includes(scope));
  const choices = lifetimes(grantable?.max_days ?? null);
  const lifetime = choices.some(({ value }) => value === days) ? days : (choices[0]?.value ?? NEVER);
  const make = useMutation({
    mutationFn: () =>
      createKey({
        name,
        scopes,
        team_id: team || null,
        workspace_id: workspace || null,
        expires_at: lifetime === NEVER ? null : new Date(Date.now() + Number(lifetime) * DAY_MS).toISOString(),
        addresses: networks(addresses),
      }),
    onSuccess: (made) => {
      void refresh();
      onClose();
      onMade(made);
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(make.error, ["name", "scopes", "expires_at", "addresses", "team_id", "workspace_id"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!make.isPending) make.mutate();
  }

  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("New API key")}
      description={t("A program that has it acts for you, within the limits below.")}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant="primary" pending={make.isPending} disabled={scopes.length === 0}>
            {t("Make the key")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("Name")} error={problems.name} hint={t("What uses it, such as Nightly import.")}>
          {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} required maxLength={100} autoComplete="off" />}
        </Field>
        <ScopeChoice grantable={offered} chosen={scopes} onChange={setPicked} error={problems.scopes} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("Team")} error={problems.team_id}>
            {(control) => (
              <Select
                {...control}
                className="w-full"
                value={team}
                options={[{ value: ANY, label: t("All of yours") }, ...teams.map((item) => ({ value: item.id, label: item.name }))]}
                onValueChange={(value) => {
                  setTeam(value);
                  setWorkspace(ANY);
                }}
              />
            )}
          </Field>
          <Field label={t("Workspace")} error={problems.workspace_id}>
            {(control) => (
              <Select
                {...control}
                className="w-full"
                value={workspace}
                disabled={team === ANY}
                options={[{ value: ANY, label: t("All of the team's") }, ...workspaces.map((item) => ({ value: item.id, label: item.name }))]}
                onValueChange={setWorkspace}
              />
            )}
          </Field>
        </div>
        <Field label={t("Works for")} error={problems.expires_at}>
          {(control) => <Select {...control} className="w-full" value={lifetime} options={choices} onValueChange={setDays} />}
        </Field>
        <Field label={t("Only from these addresses")} error={problems.addresses} hint={t("Addresses or networks such as 192.0.2.0/24, with commas between. Empty: from anywhere.")}>
          {(control) => <Input {...control} value={addresses} onChange={(event) => setAddresses(event.target.value)} autoComplete="off" spellCheck={false} />}
        </Field>
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
