import { Button } from "@verbatim/ui/button";
import { Field, Input, type ControlProps } from "@verbatim/ui/field";
import { Picker, PickerButton, type Choice } from "@verbatim/ui/picker";
import { SearchField } from "@verbatim/ui/search-field";
import { Segmented } from "@verbatim/ui/segmented";
import { Select } from "@verbatim/ui/select";
import { useDebounced } from "@verbatim/ui/debounce";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { teamQuery } from "@/features/teams/api";
import { useTeamChoices } from "@/lib/choices";
import { actionsQuery, type Field as Name, type Wanted } from "./api";
import { outcomes, targetOf } from "./words";

const OUTCOMES = [{ value: "all", label: t("All") }, ...Object.entries(outcomes).map(([value, { label }]) => ({ value, label }))];

interface FiltersProps {
  wanted: Wanted;
  onChange: (changes: Partial<Record<Name, string | null>>) => void;
}

/** Everything that is set holds together. */
export function Filters({ wanted, onChange }: FiltersProps) {
  const thing = wanted.about ?? wanted.resource_id;
  const actions = useQuery(actionsQuery).data?.actions ?? [];
  return (
    <div role="search" aria-label={t("Filters")} className="flex flex-col gap-3 px-5 pb-4">
      <div className="flex flex-wrap items-center gap-3">
        <SearchField label={t("Search the log")} value={wanted.search ?? ""} onChange={(search) => onChange({ search })} className="min-w-52 flex-1" />
        <Segmented label={t("Outcome")} value={wanted.outcome ?? "all"} options={OUTCOMES} onValueChange={(value) => onChange({ outcome: value === "all" ? null : value })} />
      </div>
      {thing && (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <span>
            {rich("Only what is about {target}", { target: <strong className="font-medium">{targetOf({ resource_name: null, resource_type: wanted.resource_type ?? "id", resource_id: thing })}</strong> })}
          </span>
          <Button size="sm" onClick={() => onChange({ about: null, resource_type: null, resource_id: null })}>
            <X aria-hidden="true" />
            {t("Show what is about others too")}
          </Button>
        </p>
      )}
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))]">
        <Field label={t("Action")}>
          {(control) => (
            <Select {...control} className="w-full" value={wanted.action ?? ""} options={[{ value: "", label: t("Any") }, ...actions.map((value) => ({ value, label: value }))]} onValueChange={(action) => onChange({ action })} />
          )}
        </Field>
        <Field label={t("Team")}>
          {(control) => <TeamPicker control={control} teamId={wanted.team_id} onChoose={(team_id) => onChange({ team_id })} />}
        </Field>
        <Typed label={t("User")} value={wanted.actor} onRest={(actor) => onChange({ actor })} />
        <Typed label={t("Address")} value={wanted.address} onRest={(address) => onChange({ address })} />
        <When wanted={wanted} onChange={onChange} />
      </div>
    </div>
  );
}

const DAYS = "days";
const TIMES = [
  { value: "", label: t("Any time") },
  { value: "1", label: t("The last hour") },
  { value: "24", label: t("The last 24 hours") },
  { value: "168", label: t("The last 7 days") },
  { value: "720", label: t("The last 30 days") },
  { value: "8760", label: t("The last year") },
  { value: DAYS, label: t("Chosen days") },
];

/** A time until now, or days with a first and a last one. */
function When({ wanted, onChange }: FiltersProps) {
  const [choosing, setChoosing] = useState(false);
  const { last_hours: hours, start, end } = wanted;
  const days = !hours && (choosing || start !== undefined || end !== undefined);
  // An address may name any number of hours.
  const times = !hours || TIMES.some(({ value }) => value === hours) ? TIMES : [...TIMES, { value: hours, label: t("The last {hours} hours", { hours }) }];
  const choose = (value: string) => {
    setChoosing(value === DAYS);
    onChange({ last_hours: value === DAYS ? null : value, start: null, end: null });
  };
  return (
    <>
      <Field label={t("When")}>{(control) => <Select {...control} className="w-full" value={days ? DAYS : (hours ?? "")} options={times} onValueChange={choose} />}</Field>
      {days && (
        <>
          <Field label={t("From")}>{(control) => <Input {...control} type="date" value={start ?? ""} max={end} onChange={(event) => onChange({ start: event.target.value })} />}</Field>
          <Field label={t("To")}>{(control) => <Input {...control} type="date" value={end ?? ""} min={start} onChange={(event) => onChange({ end: event.target.value })} />}</Field>
        </>
      )}
    </>
  );
}

const ANY: Choice = { id: "", name: t("Any") };

function TeamPicker({ control, teamId = "", onChoose }: { control: ControlProps; teamId?: string; onChoose: (team: string) => void }) {
  const [search, setSearch] = useState<string | null>(null);
  const team = useQuery({ ...teamQuery(teamId), enabled: teamId !== "" }).data;
  const name = teamId === "" ? ANY.name : (team?.name ?? targetOf({ resource_name: null, resource_type: "team", resource_id: teamId }));
  return (
    <Picker
      label={t("Teams")}
      choices={useTeamChoices(search)}
      onSearch={setSearch}
      first={ANY}
      chosen={[teamId]}
      onChoose={({ id }) => onChoose(id)}
      empty={t("There are no teams yet.")}
      trigger={
        <PickerButton {...control} aria-label={t("Team: {name}", { name })}>
          {name}
        </PickerButton>
      }
    />
  );
}

/** A text that is looked for once typing rests. */
function Typed({ label, value = "", onRest }: { label: string; value?: string; onRest: (text: string) => void }) {
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  const rested = useDebounced(text, 400);

  if (value !== given) {
    setGiven(value);
    setText(value);
  }
  useEffect(() => {
    if (rested === text && rested.trim() !== value) onRest(rested.trim());
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once typing rests, and at no other time
  }, [rested]);

  return <Field label={label}>{(control) => <Input {...control} value={text} maxLength={64} onChange={(event) => setText(event.target.value)} />}</Field>;
}
