/* Every panel beside a transcript, one line each: a feature registers its own. */
import "@/features/rail/speakers/panel";
import "@/features/rail/outline/panel";
import "@/features/rail/history/panel";
import "@/features/corrections/panel";
