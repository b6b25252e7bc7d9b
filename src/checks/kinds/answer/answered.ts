/** An answer without the blanks around it. */
export interface Answered {
  readonly question: string;
  readonly file: string;
  readonly text: string;
}
