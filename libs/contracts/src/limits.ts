/** Characters (UTF-16 units) of a name: of a category, a flow, a problem domain, a client. */
export const MAX_NAME_LENGTH = 200;
/** Characters of an id that another system gave. */
export const MAX_REFERENCE_LENGTH = 200;
export const MAX_SUMMARY_LENGTH = 4_000;
export const MAX_DESCRIPTION_LENGTH = 10_000;
export const MAX_NOTE_LENGTH = 4_000;
/** Hours of one time entry, and the decimals they may have. */
export const MAX_HOURS = 24;
export const MAX_HOURS_DECIMALS = 4;
/** Bytes of one line of the bulk route. */
export const MAX_LINE_BYTES = 64 * 1024;
/** Rejected lines that the bulk route names; beyond, they are counted only. */
export const MAX_REPORTED_REJECTIONS = 1_000;
/** Characters of the text of a note or of a time entry that goes to a PSA. */
export const MAX_PSA_TEXT_LENGTH = 10_000;
/** Characters of one part of a PSA's credentials. */
export const MAX_SECRET_LENGTH = 500;
/** Time entries that one request may ask for. */
export const MAX_BULK_TIME_ENTRIES = 100;
/** Bytes of a file that is imported through the API, as it is sent. */
export const MAX_IMPORT_BYTES = 100 * 1024 * 1024;
/** Rows of such a file; longer ones take the command line. */
export const MAX_IMPORT_ROWS = 1_000_000;
/** Bytes of a file's beginning that a preview reads; what comes after them is left aside. */
export const IMPORT_PREVIEW_BYTES = 256 * 1024;
