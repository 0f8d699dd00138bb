/** How one installation is set up, already checked. Read once from the environment at start; every process gets it whole. */
export interface Config {
  /** Where people and mails reach this installation: makes all links. No trailing slash. */
  readonly publicUrl: string;
  /** Where the API listens. */
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** "host:port" of Temporal's frontend. */
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** "smtp://user:password@host:port", or "smtps://". */
  readonly smtpUrl: string;
  /** The mail server's limit, over all workers; absent: none. */
  readonly mailsPerSecond?: number;
  /** True where nodes may call addresses of one's own network; absent: public ones alone. */
  readonly allowPrivate?: boolean;
  /** Folder of the local mailbox's .eml files; absent where mail goes to a server of somebody else. */
  readonly mailboxFolder?: string;
  /** True in embedded mode: the demo site and the local mailbox are shown. */
  readonly demo: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where a worker answers /metrics; absent: nowhere. The API does so on its own port. */
  readonly metricsPort?: number;
  readonly metricsHost?: string;
  /** Lets a scraper on another machine read /metrics, as a bearer token; absent: this machine alone. */
  readonly metricsToken?: string;
  /** Where traces go, by OTLP over HTTP; absent: none are made. */
  readonly tracesTo?: string;
}
