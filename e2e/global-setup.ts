import { startProduct } from './product.js';

/** One demo product for all journeys; each finds it under PRODUCT_URL. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const product = await startProduct({
    DEMO: 'true',
    PSA_ALLOW_PRIVATE_ADDRESSES: 'true', // The journeys' PSA stands on this machine.
    PSA_POLL_MS: '100',
    THROTTLE_ANALYTICS_PER_MINUTE: '10000',
    THROTTLE_LOGIN_PER_MINUTE: '10000',
    THROTTLE_WRITES_PER_MINUTE: '10000',
  });
  process.env.PRODUCT_URL = product.url;
  return () => product.stop();
}
