import type { CheckMessages } from './codes/check';
import type { ContainerMessages } from './codes/container';
import type { EngineMessages } from './codes/engine';
import type { AnswerMessages } from './codes/answer';
import type { EventMessages } from './codes/event';
import type { ExecMessages } from './codes/exec';
import type { ImageMessages } from './codes/image';
import type { JestMessages } from './codes/jest';
import type { FileMessages } from './codes/file';
import type { HttpMessages } from './codes/http';
import type { InsideMessages } from './codes/inside';
import type { LogsMessages } from './codes/logs';
import type { PackageMessages } from './codes/package';
import type { PortMessages } from './codes/port';
import type { ProcessMessages } from './codes/process';

/** Every message that a verdict can carry: its stable code and the values that its text needs. */
export interface Messages
  extends
    CheckMessages,
    ContainerMessages,
    EngineMessages,
    AnswerMessages,
    EventMessages,
    ExecMessages,
    ProcessMessages,
    ImageMessages,
    JestMessages,
    FileMessages,
    HttpMessages,
    InsideMessages,
    LogsMessages,
    PackageMessages,
    PortMessages {}

export type MessageCode = keyof Messages;
export type Message = { [C in MessageCode]: { readonly code: C; readonly args: Messages[C] } }[MessageCode];

export function message<C extends MessageCode>(code: C, args: Messages[C]): Message {
  // A mapped union cannot be built from its own generic parts without saying so.
  return { code, args } as Message;
}
