/** One rejected field, as ConnectWise names them. */
export interface FieldError {
  code: string;
  message: string;
  resource: string;
  field: string;
}

/** An answer that is not a success: thrown anywhere inside the stand-in, written once. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: readonly FieldError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  static invalid(resource: string, field: string, message: string, code = 'InvalidField'): Refusal {
    return new Refusal(400, 'InvalidObject', `${resource} object is invalid`, [{ code, message, resource, field }]);
  }

  static missing(resource: string, field: string): Refusal {
    return Refusal.invalid(resource, field, `The ${field} field is required.`, 'MissingRequiredField');
  }

  static notFound(resource: string, id: number | string): Refusal {
    return new Refusal(404, 'NotFound', `${resource} ${id} not found`);
  }
}
