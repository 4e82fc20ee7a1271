import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Inspector } from '#functions/ports.ts';

/** Calls the inspector's function without waiting for it, with the event by which the scanner calls it. */
export const lambdaInspector = ({
  client,
  name,
}: {
  readonly client: LambdaClient;
  readonly name: string;
}): Inspector => ({
  async ask(key, version) {
    const event = { detail: { s3ObjectDetails: { objectKey: key, versionId: version } } };
    const Payload = new TextEncoder().encode(JSON.stringify(event));
    await client.send(new InvokeCommand({ FunctionName: name, InvocationType: 'Event', Payload }));
  },
});
