import { useMutation } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import type { ControlProps } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { ImageUp } from "lucide-react";
import { useRef } from "react";
import { FormError } from "@/components/FormError";
import { asLogo } from "./logo";

interface LogoControlProps {
  control: ControlProps;
  disabled: boolean;
  /** The address that holds the picture; empty for the product's own. */
  value: string;
  onChange: (value: string) => void;
}

/** Chooses a picture. What is sent is drawn anew here, so that nothing but what can be seen leaves this machine. */
export function LogoControl({ control, disabled, value, onChange }: LogoControlProps) {
  const field = useRef<HTMLInputElement>(null);
  const take = useMutation({ mutationFn: asLogo, onSuccess: onChange, meta: { quiet: true } });
  return (
    <div className="flex flex-wrap items-center gap-3">
      {value && <img src={value} alt={t("The logo")} className="size-12 rounded-md border border-border object-contain p-1" />}
      <input
        ref={field}
        type="file"
        accept="image/*"
        aria-label={t("File with the logo")}
        className="hidden"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = "";
          if (file) take.mutate(file);
        }}
      />
      <Button {...control} disabled={disabled} pending={take.isPending} onClick={() => field.current?.click()}>
        <ImageUp aria-hidden="true" />
        {t("Choose a picture")}
      </Button>
      {take.error && <FormError message={messageOf(take.error)} />}
    </div>
  );
}
