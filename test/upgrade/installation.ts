/** `installation.json`: every row of an installation that a former version left behind. */
export interface Installation {
  /** The newest migration it had. */
  readonly lastMigration: string;
  /** When it was stopped: ISO 8601. */
  readonly recordedAt: string;
  /** Table → its rows, column by column. */
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}
