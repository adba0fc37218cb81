import { useEffect, useState, useSyncExternalStore } from "react";
import { Player, type PlayerState } from "./player";

export function usePlayer(source: string): Player {
  const [player] = useState(() => new Player());
  useEffect(() => player.load(source), [player, source]);
  return player;
}

export function usePlayerState(player: Player): PlayerState {
  return useSyncExternalStore(player.subscribe, player.snapshot);
}
