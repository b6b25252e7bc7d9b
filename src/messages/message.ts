import type { CheckMessages } from './codes/check';
import type { ContainerMessages } from './codes/container';
import type { JestMessages } from './codes/jest';

/** Every message that a verdict can carry: its stable code and the values that its text needs. */
export interface Messages extends CheckMessages, ContainerMessages, JestMessages {}

export type MessageCode = keyof Messages;
export type Message = { [C in MessageCode]: { readonly code: C; readonly args: Messages[C] } }[MessageCode];

export function message<C extends MessageCode>(code: C, args: Messages[C]): Message {
  // A mapped union cannot be built from its own generic parts without saying so.
  return { code, args } as Message;
}
