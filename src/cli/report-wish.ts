import type { FormatName } from '../report/formats/names';

/** `--report FORMAT[=FILE]`. */
export interface ReportWish {
  readonly format: FormatName;
  readonly file?: string;
}
