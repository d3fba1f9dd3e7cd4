/** A server that runs. */
export interface RunningNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly home: string;
  readonly port: number;
  readonly pid: number;
  readonly ended: Promise<number | null>;
  /** @param keep Keeps its data, to be started again. */
  stop(keep?: boolean): Promise<void>;
}

export function missingForNeo4j(): Promise<string | undefined>;

export function startNeo4j(options?: {
  readonly home?: string;
  readonly port?: number;
  readonly password?: string;
  readonly heap?: string;
  readonly pageCache?: string;
  /** It outlives the process that started it. */
  readonly detached?: boolean;
  /** A folder of files for neo4j-admin, from which the database is filled first. */
  readonly importFrom?: string;
  /** Further lines of neo4j.conf. */
  readonly settings?: readonly string[];
}): Promise<RunningNeo4j>;
