/** Below this an engine was not sure of a word. */
export const LOW_CONFIDENCE = 0.5;
