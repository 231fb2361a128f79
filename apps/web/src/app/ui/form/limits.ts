// Characters that a text may have, as `libs/contracts/src/limits.ts` has them: of it the application takes only types.

export const LONGEST_NAME = 200;
/** Of a session's summary, a note about it, a reason. */
export const LONGEST_NOTE = 4_000;
/** Of a flow's description, and of what goes to a PSA. */
export const LONGEST_TEXT = 10_000;
