import type { Player } from "./player";

/** Somebody who jumps further than this past the end means to go on listening. */
const JUMP = 1;

/** Plays a stretch and stops at its end, unless the listener pauses or goes elsewhere meanwhile. */
export function hear(player: Player, from: number, to: number): void {
  const { audio } = player;
  player.pause();
  player.seek(from);
  let stop = () => {};
  const over = () => {
    if (audio.paused) stop(); // the pause before this one is told late
  };
  const leave = player.onTime((time) => {
    if (time < to) return;
    stop();
    if (time < to + JUMP) player.pause();
  });
  stop = () => {
    leave();
    audio.removeEventListener("pause", over);
  };
  player.toggle();
  audio.addEventListener("pause", over);
}
