/** `docker ps` shows twelve digits; the engine takes fewer, as long as they are clear. */
export const shortestId = 4;

/** Digits of an ID, without `sha256:`; undefined for what is no ID nor the beginning of one. */
export function idDigits(text: string): string | undefined {
  return /^(?:sha256:)?([0-9a-f]{1,64})$/i.exec(text.trim())?.[1]?.toLowerCase();
}

/** Whether a text is the whole of an ID, or a beginning of it that is long enough. */
export function abbreviates(text: string, id: string): boolean {
  const digits = idDigits(text);
  const whole = idDigits(id);
  return (
    digits !== undefined && whole !== undefined && digits.length >= shortestId && whole.startsWith(digits)
  );
}
