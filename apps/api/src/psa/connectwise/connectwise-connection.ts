/** What reaching one company's ConnectWise takes. */
export interface ConnectWiseConnection {
  /** `https://{site}`, without a path. */
  baseUrl: string;
  company: string;
  publicKey: string;
  privateKey: string;
  /** The GUID that ConnectWise gives to an integration. */
  clientId: string;
  /** Of a member; null where nobody stands in for people without one. */
  defaultMemberId: string | null;
  /** ConnectWise publishes no limit; null sets none. */
  requestsPerMinute: number | null;
}
