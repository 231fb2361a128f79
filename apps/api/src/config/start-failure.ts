/** Why the product cannot start, in words for the person who started it. No stack trace is shown for it. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
