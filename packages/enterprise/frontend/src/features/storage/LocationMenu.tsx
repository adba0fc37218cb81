import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Dialog } from "@verbatim/ui/dialog";
import { IconButton } from "@verbatim/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@verbatim/ui/menu";
import { Skeleton } from "@verbatim/ui/skeleton";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { ArrowRightLeft, Ellipsis, LifeBuoy, Pencil, Plug, Star, Trash2 } from "lucide-react";
import { useState } from "react";
import { changeLocation, deleteLocation, tryLocation, useRefreshStorage, type Location } from "./api";
import { LocationDialog } from "./LocationDialog";
import { MoveDialog } from "./MoveDialog";
import { Steps } from "./Steps";

type Asked = "edit" | "test" | "move" | "delete" | null;

export function LocationMenu({ location, others }: { location: Location; others: readonly Location[] }) {
  const [asked, setAsked] = useState<Asked>(null);
  const refresh = useRefreshStorage();
  const test = useMutation({ mutationFn: () => tryLocation(location.id), onError: () => setAsked(null) });
  const change = useMutation({ mutationFn: (body: { is_default?: true; stands_in?: boolean }) => changeLocation(location.id, body), onSuccess: refresh });
  const close = () => setAsked(null);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("Actions for {location}", { location: location.name })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem
          onSelect={() => {
            setAsked("test");
            test.mutate();
          }}
        >
          <Plug aria-hidden="true" />
          {t("Try it out")}
        </MenuItem>
        {!location.is_default && (
          <MenuItem onSelect={() => change.mutate({ is_default: true })}>
            <Star aria-hidden="true" />
            {t("Take new files")}
          </MenuItem>
        )}
        <MenuItem onSelect={() => change.mutate({ stands_in: !location.stands_in })}>
          <LifeBuoy aria-hidden="true" />
          {location.stands_in ? t("Do not stand in for others") : t("Stand in when others cannot be reached")}
        </MenuItem>
        {others.length > 0 && location.file_count > 0 && (
          <MenuItem onSelect={() => setAsked("move")}>
            <ArrowRightLeft aria-hidden="true" />
            {t("Move its files…")}
          </MenuItem>
        )}
        {!location.locked && (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => setAsked("edit")}>
              <Pencil aria-hidden="true" />
              {t("Change")}
            </MenuItem>
            <MenuItem destructive onSelect={() => setAsked("delete")}>
              <Trash2 aria-hidden="true" />
              {t("Delete")}
            </MenuItem>
          </>
        )}
      </Menu>
      {asked === "edit" && <LocationDialog location={location} onClose={close} />}
      {asked === "move" && <MoveDialog location={location} others={others} onClose={close} />}
      <Dialog open={asked === "test"} onOpenChange={(open) => !open && close()} title={t("Trying out {location}", { location: location.name })} description={t("A small file is written, read and deleted there.")}>
        {test.data && !test.isPending ? <Steps tried={test.data} /> : <Skeleton className="h-40 w-full" />}
      </Dialog>
      <ConfirmDialog
        open={asked === "delete"}
        onOpenChange={(open) => !open && close()}
        title={t("Delete {location}?", { location: location.name })}
        description={t("Verbatim forgets the location and its credentials. This works only while no file lies there; nothing in the store is touched.")}
        confirmLabel={t("Delete")}
        onConfirm={async () => {
          await deleteLocation(location.id);
          toast("success", t("The location was deleted."));
          void refresh();
        }}
      />
    </>
  );
}
