import { queryOptions } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Setting = Schemas["SettingResponse"];
export type Section = Schemas["SettingsSection"];
export type Settings = Schemas["SettingsResponse"];

export const settingsQuery = queryOptions({
  queryKey: ["verbatim-enterprise", "settings"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/admin/settings", { signal })),
});

export const undoChange = (version: number) => unwrap(api.POST("/api/admin/settings/undo", { body: { version } }));
export type Imported = Schemas["ImportResponse"];
export const importSettings = (body: Schemas["SettingsImport"]) => unwrap(api.POST("/api/admin/settings/import", { body }));
export const saveSettings = (body: Schemas["SettingsUpdate"]) => unwrap(api.PATCH("/api/admin/settings", { body }));
export type TrialResult = Schemas["TrialResponse"];
export const trySettings = (body: Schemas["TrialRequest"]) => unwrap(api.POST("/api/admin/settings/try", { body }));
