import { describe, expect, it } from "vitest";
import { appPath, EMPTY_MANIFEST, readManifest, readRoute, routeAt, sameOrigin } from "./manifest";

describe("the manifest", () => {
  it("frames a string, and a route says how it wants to be shown", () => {
    expect(readRoute("/reports/monthly-report.html")).toMatchObject({ mode: "iframe", url: "/reports/monthly-report.html", title: "Monthly report" });
    expect(readRoute({ path: "/x", renderMode: "module", moduleUrl: "/x.js" })).toMatchObject({ path: "/x", mode: "module", url: "/x.js" });
    expect(readRoute({ path: "/x", renderMode: "iframe", moduleUrl: "/x.html" })).toMatchObject({ mode: "iframe", url: "/x.html" });
  });

  it("gives the module its route as the plugin wrote it", () => {
    const route = { path: "/x", renderMode: "module", moduleUrl: "/x.js", extra: 1 };
    expect(readRoute(route)?.given).toBe(route);
  });

  it.each([null, undefined, 7, "nonsense", [], { routes: 3, nav_items: [null, {}, { label: "x" }], slots: "a", settings_tabs: [1] }])("takes %o as nothing", (value) => {
    expect(readManifest(value)).toEqual(EMPTY_MANIFEST);
  });

  it("orders what plugins add to the navigation", () => {
    const nav = [{ label: "Z", path: "/z" }, { label: "A", path: "/a" }, { label: "M", path: "/m", order: 1 }];
    expect(readManifest({ nav_items: nav }).navItems.map(({ label }) => label)).toEqual(["M", "A", "Z"]);
  });

  it("shows a framed page beneath /plugins, so that its own address stays its own", () => {
    const { routes } = readManifest({ routes: ["/ext/page.html", { path: "/mod", renderMode: "module", moduleUrl: "/m.js" }] });
    expect(appPath("/ext/page.html", routes)).toBe("/plugins/ext/page");
    expect(routeAt("/plugins/ext/page", routes)?.url).toBe("/ext/page.html");
    expect(appPath("/mod", routes)).toBe("/mod");
    expect(routeAt("/mod", routes)?.mode).toBe("module");
    expect(routeAt("/elsewhere", routes)).toBeUndefined();
  });

  it.each([
    ["/a/b.js", true],
    ["https://here.test/a.js", true],
    ["https://there.test/a.js", false],
    ["//there.test/a.js", false],
    ["javascript:alert(1)", false],
    ["data:text/javascript,1", false],
    ["blob:https://here.test/1", false],
  ])("%s comes from this server: %s", (url, own) => expect(sameOrigin(url, "https://here.test")).toBe(own));
});
