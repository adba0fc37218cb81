import { useEffect, type ReactNode } from "react";

interface PublicPageProps {
  title: string;
  purpose?: ReactNode;
  /** Below: the way to somewhere else. */
  after?: ReactNode;
  children: ReactNode;
}

/** A page for people who are not signed in: one column with one thing to do. The host draws the frame around it. */
export function PublicPage({ title, purpose, after, children }: PublicPageProps) {
  useEffect(() => {
    document.title = `${title} · ${document.title.split(" · ").at(-1) ?? "Verbatim"}`;
  }, [title]);
  // For people who are signed in the host has drawn a heading already.
  const Title = location.pathname === "/join" ? "h2" : "h1";
  return (
    <div className="max-w-md text-foreground">
      <Title className="text-2xl font-semibold tracking-tight">{title}</Title>
      {purpose && <div className="mt-1.5 text-sm leading-relaxed text-muted-foreground">{purpose}</div>}
      <div className="mt-7">{children}</div>
      {after && <p className="mt-6 text-sm text-muted-foreground">{after}</p>}
    </div>
  );
}

export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="font-medium text-primary underline-offset-4 hover:underline">
      {children}
    </a>
  );
}
