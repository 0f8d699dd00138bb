/** A program to run as a child process. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Run as this user; only root may. */
  readonly user?: ServerUser;
  /** A Node process of ours: it tells us when it is ready, and ends when we are gone. */
  readonly talks?: boolean;
}

export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}
