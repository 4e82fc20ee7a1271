import { describe, expect, test } from 'vitest';
import { OFFICER_ROLES } from '#shared/desk/account.ts';
import { SCOPES } from '#shared/desk/scopes.ts';
import { distributionOf, functionNamed, ofType, only, synthesizedOnce } from './synthesized.ts';

const made = synthesizedOnce();
const pool = () => only(ofType(made(), 'AWS::Cognito::UserPool'));
const client = () => only(ofType(made(), 'AWS::Cognito::UserPoolClient')).Properties;

describe('the user pool', () => {
  test('lets nobody sign up, and is kept', () => {
    expect(pool().DeletionPolicy).toBe('Retain');
    expect(pool().Properties).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      DeletionProtection: 'ACTIVE',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    expect(pool().Properties.AliasAttributes).toBeUndefined();
    expect(pool().Properties.UsernameAttributes).toBeUndefined();
  });

  test('asks for two factors: a passkey that verifies its holder, or a one-time code, never a text message', () => {
    expect(pool().Properties).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      WebAuthnUserVerification: 'required',
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      Policies: {
        SignInPolicy: { AllowedFirstAuthFactors: expect.arrayContaining(['PASSWORD', 'WEB_AUTHN']) },
        PasswordPolicy: { MinimumLength: 14 },
      },
    });
  });

  test('asks the portal what goes into an access token, and only it may ask', () => {
    const lambda = functionNamed(made(), 'token-claims');
    expect(pool().Properties.LambdaConfig).toEqual({
      PreTokenGenerationConfig: {
        LambdaArn: { 'Fn::GetAtt': [lambda.id, 'Arn'] },
        LambdaVersion: 'V2_0',
      },
    });
    const permissions = ofType(made(), 'AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties.Principal === 'cognito-idp.amazonaws.com',
    );
    expect(only(permissions).Properties).toMatchObject({
      SourceArn: { 'Fn::GetAtt': [pool().id, 'Arn'] },
    });
  });

  test('has a group for every role of an officer, and the scopes of the routes', () => {
    const groups = ofType(made(), 'AWS::Cognito::UserPoolGroup').map(
      ({ Properties }) => Properties.GroupName,
    );
    expect(groups.sort()).toEqual([...OFFICER_ROLES].sort());
    const server = only(ofType(made(), 'AWS::Cognito::UserPoolResourceServer')).Properties;
    expect(server.Identifier).toBe('open-returns');
    expect(server.Scopes.map(({ ScopeName }: { ScopeName: string }) => ScopeName)).toEqual([...SCOPES]);
  });
});

describe('the desk as its client', () => {
  test('gets a code and no secret, and a token for fifteen minutes that can be revoked', () => {
    expect(client()).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      SupportedIdentityProviders: ['COGNITO'],
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 60,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
    });
    expect(client().AllowedOAuthScopes).toHaveLength(SCOPES.length);
  });

  test('comes back to its three pages of the public site, and nowhere else', () => {
    const site = distributionOf(made(), 'PublicSite').id;
    const addresses = ['en', 'zh-hant', 'zh-hans'].map((language) => ({
      'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [site, 'DomainName'] }, `/${language}/desk/`]],
    }));
    expect(client().CallbackURLs).toEqual(addresses);
    expect(client().LogoutURLs).toEqual(addresses);
  });

  test('has the newer sign-in pages, which need a style', () => {
    expect(only(ofType(made(), 'AWS::Cognito::UserPoolDomain')).Properties.ManagedLoginVersion).toBe(2);
    expect(only(ofType(made(), 'AWS::Cognito::ManagedLoginBranding')).Properties).toMatchObject({
      UseCognitoProvidedValues: true,
    });
  });

  test('reads in a file where to sign in, and what for', () => {
    const file = ofType(made(), 'Custom::CDKBucketDeployment')
      .map(({ Properties }) => JSON.stringify(Properties.SourceMarkers ?? []))
      .filter((markers) => markers.includes(only(ofType(made(), 'AWS::Cognito::UserPoolDomain')).id));
    expect(only(file)).toContain(only(ofType(made(), 'AWS::Cognito::UserPoolClient')).id);
  });
});
