/** `--report FORMAT[=FILE]`. */
export interface ReportWish {
  readonly format: ReportFormat;
  readonly file?: string;
}
export const reportFormats = ['terminal', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];
