/** One rejected part of a request. `pointer` is a JSON pointer into the body, or the name of a query parameter. */
export class ProblemErrorDto {
  pointer!: string;
  message!: string;
}

/** RFC 9457 problem details; `code` is stable and meant for programs, `instance` is the request's id. */
export class ProblemDto {
  type!: string;
  title!: string;
  status!: number;
  detail!: string;
  code!: string;
  instance!: string;
  errors?: ProblemErrorDto[];
}
