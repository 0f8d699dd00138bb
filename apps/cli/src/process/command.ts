/** A program to run as a child process. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Run as this user; only root may. */
  readonly user?: ServerUser;
}

export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}
