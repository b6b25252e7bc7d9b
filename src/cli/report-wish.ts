import type { Signing } from '../grading/sign-report';
import type { FormatName } from '../report/formats/names';

/** `--report FORMAT[=FILE]`. */
export interface ReportWish {
  readonly format: FormatName;
  readonly file?: string;
  /** Who signs it; of JSON only. */
  readonly signing?: Signing;
}
