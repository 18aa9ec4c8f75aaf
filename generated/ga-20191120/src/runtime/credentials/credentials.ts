/** A key that signs requests. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Set for temporary credentials only. */
  readonly securityToken?: string | undefined;
}

/** Credentials as a source returns them. A missing or empty key id or secret fails the call. */
export interface ProvidedCredentials {
  readonly accessKeyId?: string | null | undefined;
  readonly accessKeySecret?: string | null | undefined;
  readonly securityToken?: string | null | undefined;
}

/** A source of credentials, such as the vendor's own providers. */
export type CredentialsSource =
  | { getCredential(): Promise<ProvidedCredentials> }
  | { getCredentials(): Promise<ProvidedCredentials> };
