/**
 * An account of the operating system other than our own, as the server's programs are run under it.
 */

export interface Account {
  readonly name: string;
  /** Numeric ids, unsigned. */
  readonly uid: number;
  readonly gid: number;
}
