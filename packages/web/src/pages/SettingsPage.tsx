import { LinkTabs, tabLinkClass } from "@verbatim/ui/tabs";
import { t } from "@verbatim/ui/texts";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import { Page } from "@/components/Page";
import { useManifest } from "@/features/plugins/api";
import { PluginView } from "@/features/plugins/PluginView";
import { allowedItems } from "@/features/plugins/manifest";
import { usePermissions } from "@/lib/catalog";
import { About } from "@/features/settings/About";
import { Appearance } from "@/features/settings/Appearance";
import { LanguageModels } from "@/features/settings/LanguageModels";
import { Transcription } from "@/features/settings/Transcription";
import { TagList } from "@/features/tags/TagList";
import { NotFound } from "./ErrorPage";

interface Tab {
  key: string;
  label: string;
  content: ReactNode;
}

const own: readonly Tab[] = [
  { key: "appearance", label: t("Appearance"), content: <Appearance /> },
  { key: "transcription", label: t("Transcription"), content: <Transcription /> },
  { key: "models", label: t("Summaries"), content: <LanguageModels /> },
  { key: "tags", label: t("Tags"), content: <TagList /> },
  { key: "about", label: t("About"), content: <About /> },
];

export default function SettingsPage() {
  const { tab = "appearance" } = useParams();
  const { manifest, isPending } = useManifest();
  const permissions = usePermissions();
  const plugins = allowedItems(manifest.settingsTabs, permissions).map((entry): Tab => ({ key: entry.key, label: entry.label, content: <PluginView route={{ ...entry.route, title: entry.label }} /> }));
  const tabs = [...own, ...plugins];
  const current = tabs.find(({ key }) => key === tab);
  if (!current && !isPending) return <NotFound />;
  return (
    <Page title={t("Settings")} name={current ? `${current.label} · Settings` : "Settings"} narrow>
      <LinkTabs label={t("Settings")}>
        {tabs.map(({ key, label }) => (
          <Link key={key} to={`/settings/${key}`} aria-current={key === tab ? "page" : undefined} className={tabLinkClass(key === tab)}>
            {label}
          </Link>
        ))}
      </LinkTabs>
      <div className="pt-6">{current?.content}</div>
    </Page>
  );
}
