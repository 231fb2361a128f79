/** Why a row cannot become a session: a stable code and a sentence about the row. */
export class RowRejection extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
