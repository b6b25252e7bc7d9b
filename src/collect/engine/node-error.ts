/** What node's errors have; ssh's come as `SshError`. */
export interface NodeError {
  readonly code?: string;
  readonly message: string;
}
