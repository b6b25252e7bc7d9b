/** What went wrong with a clean room; the codes are stable. */
export type CleanRoomErrorCode =
  | 'cleanroom.not-linux-root'
  | 'cleanroom.missing-program'
  | 'cleanroom.no-free-slot'
  | 'cleanroom.command-failed'
  | 'cleanroom.engine-silent'
  | 'cleanroom.not-empty'
  | 'cleanroom.unsupported-machine'
  | 'cleanroom.aborted';

/** A clean room that could not be had or used, with a sentence for the person who asked for it. */
export class CleanRoomError extends Error {
  readonly code: CleanRoomErrorCode;

  constructor(code: CleanRoomErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CleanRoomError';
    this.code = code;
  }
}
