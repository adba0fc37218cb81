import { t } from "@verbatim/ui/texts";
/* A logo is drawn anew at the size in which it is shown: whatever else its file held stays here. */

const SIZES = [256, 128, 64];
/** As the server has it. */
const MOST_CHARACTERS = 32_700;

/** Returns a picture as a square PNG that the server takes. */
export async function asLogo(file: File): Promise<string> {
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode().catch(() => {
      throw new Error(t("This file is no picture that can be shown. Choose a PNG, JPEG, WebP or SVG."));
    });
    for (const size of SIZES) {
      const drawn = draw(picture, size);
      if (drawn.length <= MOST_CHARACTERS) return drawn;
    }
  } finally {
    URL.revokeObjectURL(url);
  }
  throw new Error(t("This picture has too much detail for a logo. Choose a simpler one."));
}

function draw(picture: HTMLImageElement, size: number): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  // A drawing without a size of its own takes all there is.
  const [width, height] = [picture.naturalWidth || size, picture.naturalHeight || size];
  const scale = Math.min(size / width, size / height);
  const [wide, high] = [width * scale, height * scale];
  canvas.getContext("2d")?.drawImage(picture, (size - wide) / 2, (size - high) / 2, wide, high);
  return canvas.toDataURL("image/png");
}
