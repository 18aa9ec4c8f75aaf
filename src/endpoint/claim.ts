/** What a signed call says of itself, whichever way it is signed. */
export interface Claim {
  readonly accessKeyId: string;
  /** UTC, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly timestamp: string;
  /** Random text that no other call has. */
  readonly nonce: string;
  readonly securityToken: string | undefined;
  /** What the endpoint itself would sign for this call. */
  readonly stringToSign: string;
  /** Ends the sentence "the signature is wrong: …", where the endpoint knows why. */
  readonly flaw?: string;
  /** Whether the call's signature was made with this secret. */
  isSignedWith(accessKeySecret: string): boolean;
}
