/** What a row of a list holds, and where that comes from, in SQL: as it is shown, or with names beside its ids for a file. */
export interface Listed<Row> {
  columns: string;
  from: string;
  /** Only tells the type of the rows. */
  row?: Row;
}
