/** How much of a value is kept in the evidence. What has reached its cap may have been longer, and is judged as a part. */
export const caps = {
  /** Headers kept of an HTTP answer. */
  headers: 100,
  /** Bytes of a log, a file or a page. */
  text: 256 * 1024,
  /** Bytes of what a command prints, both streams together. */
  execOutput: 64 * 1024,
  /** Lines of `docker top`, and characters of a cell. */
  processes: 1000,
  processCell: 1000,
  /** Docker allows 127 layers, but any number of steps that make none. */
  imageSteps: 500,
  imageStepText: 2_000,
  /** Characters. */
  packageVersion: 200,
  answer: 1_000,
} as const;
