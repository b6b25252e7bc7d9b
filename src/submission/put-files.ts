import { pack } from 'tar-stream';
import { runCommand, type CleanRoom } from '../cleanroom';
import type { SubmissionFile } from './submission';

/** Puts the files of a submission into the room's home, as an archive that is unpacked inside: they are the student's own then. */
export async function putFiles(room: CleanRoom, files: readonly SubmissionFile[]): Promise<void> {
  const archive = pack();
  for (const { path, bytes, isExecutable } of files)
    archive.entry({ name: path, mode: isExecutable ? 0o755 : 0o644 }, Buffer.from(bytes));
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(Buffer.from(chunk as Uint8Array));
  const input = Buffer.concat(chunks).toString('base64');
  const unpack = ['sh', '-c', 'base64 --decode | tar --extract --no-same-owner --file -'];
  const { code, stderr } = await runCommand(room.confine(unpack), {
    input,
    env: { PATH: process.env['PATH'] },
  });
  if (code !== 0) throw new Error(`The files of a submission could not be put into the room: ${stderr}`);
}
