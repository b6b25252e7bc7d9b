/** An answer without the blanks around it. */
export interface Answered {
  readonly question: string;
  readonly file: string;
  readonly text: string;
  /** It was longer than what is kept of it. */
  readonly cut: boolean;
}
