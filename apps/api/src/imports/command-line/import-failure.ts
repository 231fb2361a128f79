/** The import cannot go on: a sentence for the person who started it. */
export class ImportFailure extends Error {}
