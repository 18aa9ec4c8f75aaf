/** A key to sign with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Of temporary credentials only. */
  readonly securityToken?: string | undefined;
}

/** What a source hands out. A key id or secret that is missing or empty fails the call. */
export interface ProvidedCredentials {
  readonly accessKeyId?: string | null | undefined;
  readonly accessKeySecret?: string | null | undefined;
  readonly securityToken?: string | null | undefined;
}

/** Anything that hands out credentials when asked, such as the vendor's own providers. */
export type CredentialsSource =
  | { getCredential(): Promise<ProvidedCredentials> }
  | { getCredentials(): Promise<ProvidedCredentials> };
