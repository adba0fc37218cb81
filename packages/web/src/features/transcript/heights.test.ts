import { describe, expect, it } from "vitest";
import type { Segment } from "@/lib/types";
import { estimatedHeights } from "./heights";

const said = (text: string, speaker: string | null = null) => ({ text, speaker }) as Segment;

describe("how high rows are before they have been seen", () => {
  it("counts lines, and room where somebody else speaks", () => {
    const segments = [said("Short", "Ada"), said("Short", "Ada"), said("x".repeat(90), "Grace")];
    expect([...estimatedHeights(segments, 760, "medium")]).toEqual([53, 45, 82]);
  });

  it("is higher with larger letters and on a phone", () => {
    const [wide] = estimatedHeights([said("x".repeat(90))], 760, "medium");
    const [large] = estimatedHeights([said("x".repeat(90))], 760, "large");
    const [phone] = estimatedHeights([said("x".repeat(90))], 360, "medium");
    expect(large).toBeGreaterThan(wide ?? 0);
    expect(phone).toBeGreaterThan(wide ?? 0);
  });

  it("gives an empty row a line", () => {
    expect([...estimatedHeights([said("")], 760, "medium")]).toEqual([53]);
  });
});
