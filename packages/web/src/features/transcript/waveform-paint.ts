/** Below this a recording is silence, and its noise is not blown up. */
const QUIET = 0.02;

/** The loudest of the peaks that fall into each bar, scaled so that a quiet recording fills the height too. */
export function barsOf(peaks: readonly number[], count: number): number[] {
  const loudest = Math.max(QUIET, ...peaks);
  return Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count));
    return Math.max(0, ...peaks.slice(from, to)) / loudest;
  });
}

/** Draws the bars, those before `played` (0 to 1) in another colour. The colours are the canvas's own CSS variables. */
export function paint(canvas: HTMLCanvasElement, bars: readonly number[], played: number): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const style = getComputedStyle(canvas);
  const done = style.getPropertyValue("--played");
  const rest = style.getPropertyValue("--unplayed");
  const { width, height } = canvas;
  const step = width / bars.length;
  const gap = Math.max(1, step * 0.35);
  context.clearRect(0, 0, width, height);
  for (const [place, bar] of bars.entries()) {
    const tall = Math.max(height * 0.06, bar * height * 0.94);
    context.fillStyle = (place + 0.5) / bars.length <= played ? done : rest;
    context.beginPath();
    context.roundRect(place * step + gap / 2, (height - tall) / 2, step - gap, tall, step / 2);
    context.fill();
  }
}
