import { createHmac } from 'node:crypto';

/** Where a service hands over by itself what people say: the web server takes it in, the channel understands it. */
export type Webhook = {
  /** Below the public address. It holds no secret, for paths end in the logs of proxies. */
  readonly path: `/webhook/${string}`;
  /** The header that carries the secret. */
  readonly header: string;
  readonly secret: string;
  /** Takes one body, read as JSON. Resolves once it is durable; rejects when the service must hand it over again. */
  take(body: unknown): Promise<void>;
};

/** The secret for a webhook whose operator has set none: nobody can guess it who does not know the token. */
export function secretFrom(token: string): string {
  return createHmac('sha256', token).update('rasoat webhook').digest('base64url');
}
