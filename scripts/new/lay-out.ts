import { format, resolveConfig } from 'prettier';

/** As the repository has it; sessions are no language that Prettier knows. */
export async function layOut(text: string, file: string): Promise<string> {
  if (file.endsWith('.session')) return text;
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
