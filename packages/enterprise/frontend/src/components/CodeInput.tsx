import { Field, Input } from "@verbatim/ui/field";

interface CodeInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  hint?: string;
}

export function CodeInput({ label, value, onChange, error, hint }: CodeInputProps) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <Input {...control} value={value} onChange={(event) => onChange(event.target.value)} required minLength={6} maxLength={64} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} className="font-mono tracking-wider" />
      )}
    </Field>
  );
}
