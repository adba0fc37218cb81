import { t } from "@verbatim/ui/texts";
/** Puts a player's element where its picture shall be, and tells when there is none to show; what is returned undoes it. */
export function showPicture(video: HTMLVideoElement, place: HTMLElement, onClick: () => void, onNone: () => void): () => void {
  const stop = new AbortController();
  const on = (type: string, handle: () => void) => video.addEventListener(type, handle, { signal: stop.signal });
  on("click", onClick);
  on("error", () => {
    const code = video.error?.code;
    if (code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED || code === MediaError.MEDIA_ERR_DECODE) onNone();
  });
  // Sound alone: what a browser makes of a picture whose kind it does not know.
  on("loadeddata", () => video.videoWidth === 0 && onNone());
  video.tabIndex = -1;
  place.append(video);
  return () => {
    stop.abort();
    video.remove();
  };
}

/** Out of sight it goes on talking; the browser need not draw it. */
export function drawPicture(video: HTMLVideoElement, on: boolean): void {
  video.hidden = !on;
}

/** Lays subtitles over the picture; the browser draws them, also when it fills the screen. */
export function addSubtitles(video: HTMLVideoElement, address: string, language: string): () => void {
  const track = document.createElement("track");
  track.kind = "subtitles";
  track.label = t("Transcript");
  track.srclang = language;
  track.src = address;
  video.append(track);
  track.track.mode = "showing";
  return () => track.remove();
}
