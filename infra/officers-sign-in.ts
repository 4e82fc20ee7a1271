import { Aws, Duration, Fn, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPool,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  PasskeyUserVerification,
  ResourceServerScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolDomain,
  UserPoolOperation,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { OFFICER_ROLES } from '#shared/desk/account.ts';
import { SCOPE_SERVER, SCOPES } from '#shared/desk/scopes.ts';
import type { PortalFunction } from './portal-function.ts';

/** How long an access token is good; the desk warns two minutes before. */
const TOKEN_LIFE = Duration.minutes(15);
/** The shortest that a user pool allows. The desk never renews with it: it only revokes it. */
const SHORTEST_RENEWAL = Duration.minutes(60);

/**
 * Where officers sign in: a passkey that verifies its holder, or a password with a one-time code. Nobody signs up: the accounts are the
 * portal's records, and the pool lets in whom they name. Losing it loses no act, but everybody would have to be let in anew.
 */
export class OfficersSignIn extends Construct {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;
  private readonly server: UserPoolResourceServer;
  private readonly scopes: readonly ResourceServerScope[];

  constructor(scope: Construct, id: string, { tokenClaims }: { readonly tokenClaims: PortalFunction }) {
    super(scope, id);
    this.pool = this.userPool();
    this.pool.addTrigger(
      UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      tokenClaims.lambda,
      LambdaVersion.V2_0,
    );
    for (const role of OFFICER_ROLES) this.pool.addGroup(role, { groupName: role });
    this.scopes = SCOPES.map(
      (name) => new ResourceServerScope({ scopeName: name, scopeDescription: `Open Returns: ${name}` }),
    );
    this.server = this.pool.addResourceServer('Scopes', {
      identifier: SCOPE_SERVER,
      scopes: [...this.scopes],
    });
    this.domain = this.pool.addDomain('Domain', {
      // One portal an account and region: nobody needs to think of a name that is free.
      cognitoDomain: { domainPrefix: Fn.join('-', [SCOPE_SERVER, Aws.ACCOUNT_ID]) },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
  }

  private userPool(): UserPool {
    const pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      // By the account's id alone: two officers may share a mailbox.
      signInAliases: { username: true },
      signInCaseSensitive: true,
      signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
      passkeyUserVerification: PasskeyUserVerification.REQUIRED,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      standardAttributes: { email: { required: true, mutable: true } },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const resource = pool.node.defaultChild;
    if (!(resource instanceof CfnUserPool))
      throw new TypeError('A user pool is one CloudFormation resource.');
    // The construct has no word yet for it: a passkey that verifies its holder is both factors.
    resource.webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
    const reason =
      'Threat protection belongs to the Plus plan. Every sign-in here has two factors, tokens live for fifteen minutes, and each request is held against the account.';
    Validations.of(pool).acknowledge(
      { id: 'AwsSolutions-COG3', reason },
      { id: 'AwsSolutions-COG8', reason },
    );
    return pool;
  }

  /** The desk as a client of the pool: a code with proof of who asked for it (PKCE), and no secret that a page would have to keep. */
  deskClient(pages: readonly string[]): UserPoolClient {
    const client = new UserPoolClient(this, 'Desk', {
      userPool: this.pool,
      generateSecret: false,
      authFlows: { user: true },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
        scopes: this.scopes.map((one) => OAuthScope.resourceServer(this.server, one)),
        callbackUrls: [...pages],
        logoutUrls: [...pages],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      accessTokenValidity: TOKEN_LIFE,
      idTokenValidity: TOKEN_LIFE,
      refreshTokenValidity: SHORTEST_RENEWAL,
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    // Without a style of its own the newer pages do not open.
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return client;
  }
}
