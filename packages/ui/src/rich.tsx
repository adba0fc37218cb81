import { createElement, Fragment, type ReactNode } from "react";
import { t } from "./texts";

/** A sentence with elements at its `{places}`: `rich("Open {link} first.", { link: <a href="/docs">the manual</a> })`. */
export function rich(sentence: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  const parts = t(sentence).split(/\{(\w+)\}/);
  return createElement(Fragment, null, ...parts.map((part, at) => (at % 2 === 1 ? values[part] : part)));
}
