import { Notice } from "@verbatim/ui/notice";
import { t } from "@verbatim/ui/texts";
import { useState, type ComponentType, type ReactNode } from "react";
import type { NextStep } from "./api";
import { CodeStep } from "./CodeStep";
import { EnrolStep } from "./EnrolStep";
import { MethodButtons } from "./MethodButtons";
import type { SignInMethods } from "./methods";
import { PasswordStep } from "./PasswordStep";
import { RecoveryCodes } from "./RecoveryCodes";

export type Step = { kind: "first" } | Exclude<NextStep, { kind: "done" }>;

export interface StepFrameProps {
  isFirst: boolean;
  title: string;
  children: ReactNode;
}

interface SignInProps {
  methods: SignInMethods;
  /** Where the sign-in begins: after a provider's pages perhaps with the second factor. */
  start?: Step;
  /** What a provider sent somebody back with. */
  problem?: string | null;
  returnTo: string;
  apart?: boolean;
  /** Draws a step's heading above it. */
  Frame: ComponentType<StepFrameProps>;
  /** Below the first step. */
  below?: ReactNode;
  onDone: () => void;
}

const titles = { code: "Second factor", enrol: t("Set up a second factor"), codes: t("Keep your recovery codes") };

const FIRST: Step = { kind: "first" };

/** Kept while this tab is open: whoever is signed out signs in again with the same name. */
let lastName = "";

/** The whole way in: password or another method, second factor, and setting one up where the server insists. */
export function SignIn({ methods, start = FIRST, problem, returnTo, apart = false, Frame, below, onDone }: SignInProps) {
  const [step, setStep] = useState<Step>(start);
  const [name, setName] = useState(lastName);
  const back = () => setStep(FIRST);

  function keepName(typed: string) {
    lastName = typed;
    setName(typed);
  }

  function next(to: NextStep) {
    if (to.kind === "done") onDone();
    else setStep(to);
  }

  if (step.kind === "first") {
    return (
      <Frame isFirst title={t("Sign in")}>
        <div className="flex flex-col gap-5">
          {problem && <Notice tone="danger">{problem}</Notice>}
          {methods.password && <PasswordStep name={name} onName={keepName} onNext={next} />}
          {methods.password && methods.buttons.length > 0 && <Or />}
          {methods.buttons.length > 0 && <MethodButtons buttons={methods.buttons} returnTo={returnTo} apart={apart} />}
          {!methods.password && methods.buttons.length === 0 && <Notice tone="danger">{t("This server names no way to sign in. Tell whoever looks after it.")}</Notice>}
          {below}
        </div>
      </Frame>
    );
  }
  return (
    <Frame isFirst={false} title={titles[step.kind]}>
      {step.kind === "code" && <CodeStep token={step.token} onNext={next} onBack={back} />}
      {step.kind === "enrol" && <EnrolStep token={step.token} onNext={next} onBack={back} />}
      {step.kind === "codes" && <RecoveryCodes codes={step.codes} onDone={onDone} />}
    </Frame>
  );
}

function Or() {
  return (
    <div className="flex items-center gap-3 text-xs text-muted-foreground">
      <span className="h-px flex-1 bg-border" />
      {t("or")}
      <span className="h-px flex-1 bg-border" />
    </div>
  );
}
