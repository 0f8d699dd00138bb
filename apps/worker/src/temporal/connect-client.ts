import { Client, Connection } from '@temporalio/client';

export interface ConnectedClient {
  readonly client: Client;
  close(): Promise<void>;
}

/** @throws the client's error where nothing answers at the address. */
export async function connectClient({
  address,
  namespace,
}: {
  address: string;
  namespace: string;
}): Promise<ConnectedClient> {
  const connection = await Connection.connect({ address, connectTimeout: '5 s' });
  return { client: new Client({ connection, namespace }), close: () => connection.close() };
}
